package io.github.headroom4j.eval.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * Where an original store is. Messages name host and port alone: an address may hold a password. Immutable.
 *
 * @param kind what kind of server
 * @param url its address
 */
public record StoreAddress(Kind kind, String url) {

    /** What kind of server. */
    public enum Kind {
        /** A relational database, {@code jdbc:postgresql://host:5432/name}. */
        JDBC,
        /** Redis, {@code redis://host:6379}. */
        REDIS
    }

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int REDIS_PORT = 6379;
    private static final int MAX_REPLY_CHARS = 200;

    Finding reach() {
        return kind == Kind.JDBC ? jdbc() : redis();
    }

    private Finding jdbc() {
        String what = "original store (JDBC)";
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            return Finding.warn(
                    what,
                    place() + ": no driver on the class path",
                    "add the database's driver, for instance to exec's class path");
        }
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.isValid((int) TimeUnit.MILLISECONDS.toSeconds(TIMEOUT_MILLIS))
                    ? Finding.ok(what, place() + " answers")
                    : Finding.fail(what, place() + " does not answer", "is the server overloaded?");
        } catch (SQLException e) {
            return Finding.fail(
                    what,
                    place() + ": SQL state " + e.getSQLState(),
                    "is it running, and are user and password in the address right?");
        }
    }

    /** Speaks the protocol itself, since the harness has no client: PING is answered by PONG, or by a wish for a password. */
    private Finding redis() {
        String what = "original store (Redis)";
        URI address;
        try {
            address = new URI(url);
        } catch (URISyntaxException e) {
            return Finding.fail(what, "the address is none", "write redis://host:6379");
        }
        if (address.getHost() == null) {
            return Finding.fail(what, "the address names no host", "write redis://host:6379");
        }
        try (Socket socket = new Socket()) {
            int port = address.getPort() < 0 ? REDIS_PORT : address.getPort();
            socket.connect(new InetSocketAddress(address.getHost(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            String reply = line(socket);
            return reply.equals("+PONG")
                    ? Finding.ok(what, place() + " answers")
                    : reply.startsWith("-NOAUTH")
                            ? Finding.ok(what, place() + " answers, and wants a password")
                            : Finding.fail(what, place() + " answers, but not as Redis does", "is it the right port?");
        } catch (IOException e) {
            return Finding.fail(
                    what, place() + " cannot be reached", "is it running, and does a firewall let it through?");
        }
    }

    private static String line(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\r' && c != '\n' && line.length() < MAX_REPLY_CHARS; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    /** Host and port, or the kind of database where there is no host. */
    private String place() {
        String bare = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        try {
            URI address = new URI(bare);
            if (address.getHost() != null) {
                return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
            }
        } catch (URISyntaxException e) {
            return "the server";
        }
        int colon = bare.indexOf(':');
        return "the " + (colon < 0 ? "server" : bare.substring(0, colon) + " database");
    }
}
