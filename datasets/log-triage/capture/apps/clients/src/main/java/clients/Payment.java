package clients;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.FileWriter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The payment service behind the shop: authorises payments after a fraud screening, over plain HTTP. */
public final class Payment {

    private static final Logger log = LoggerFactory.getLogger(Payment.class);
    private static final Logger access = LoggerFactory.getLogger("clients.Payment.access");

    private static final List<FileWriter> openBatches = Collections.synchronizedList(new ArrayList<>());
    private static final List<byte[]> evidence = Collections.synchronizedList(new ArrayList<>());
    private static volatile String screening = "BASIC";

    public static void main(String[] args) throws IOException {
        Support.startStats();
        int port = Support.number("port", 18090);
        log.info("starting payment service on port {}", port);
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 50);
        } catch (IOException e) {
            log.error("cannot listen on port {}", port, e);
            System.exit(1);
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(6, task -> new Thread(task, "pay-" + Support.random(1000)));
        server.setExecutor(workers);
        server.createContext("/authorise", exchange -> handle(exchange, Payment::authorise));
        server.createContext("/settings", exchange -> handle(exchange, Payment::settings));
        server.createContext("/batches", exchange -> handle(exchange, Payment::batch));
        server.createContext("/scans", exchange -> handle(exchange, Payment::scan));
        server.start();
        log.info("payment service ready, screening {}", screening);
    }

    interface Handler {
        String answer(Map<String, String> query) throws Exception;
    }

    private static void handle(HttpExchange exchange, Handler handler) throws IOException {
        long start = System.nanoTime();
        int status = 200;
        String body;
        try {
            body = handler.answer(query(exchange.getRequestURI().getRawQuery()));
        } catch (Exception | OutOfMemoryError e) {
            status = 500;
            body = e.getClass().getSimpleName();
            Support.failed(log, exchange.getRequestURI().toString(), e);
        }
        try {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            log.warn("caller of {} is gone: {}", exchange.getRequestURI(), e.getMessage());
        } finally {
            exchange.close();
            Support.count(start, status == 200);
            access.debug("{} {} {} us", exchange.getRequestURI(), status, (System.nanoTime() - start) / 1000);
        }
    }

    private static String authorise(Map<String, String> query) throws Exception {
        String order = query.get("order");
        int cents = Integer.parseInt(query.get("cents"));
        String score = screen(order, screening.equals("FULL") ? 15_000_000 : 2_000);
        if (Support.random(25) == 0) {
            log.warn("order {}: second factor skipped, amount {} below limit", order, cents);
        }
        Path journal = Path.of(Support.setting("journal"));
        Files.writeString(journal, order + " " + cents + "\n", java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
        log.info("order {}: authorised {} cents, score {}", order, cents, score);
        return "R-" + score;
    }

    private static String screen(String order, int rounds) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        byte[] value = order.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < rounds; round++) {
            value = digest.digest(value);
        }
        return HexFormat.of().formatHex(value, 0, 5);
    }

    private static String settings(Map<String, String> query) {
        String old = screening;
        screening = query.get("screening");
        log.info("settings: screening level {} -> {} (by {})", old, screening, query.get("by"));
        return screening;
    }

    /** Settlement batches. Bug: the writer stays open. */
    private static String batch(Map<String, String> query) throws IOException {
        int files = Integer.parseInt(query.get("files"));
        Path folder = Path.of(Support.setting("batches"));
        for (int i = 0; i < files; i++) {
            FileWriter writer = new FileWriter(folder.resolve("batch-" + openBatches.size() + ".csv").toFile());
            openBatches.add(writer);
            writer.write("order,cents\n");
            writer.flush();
        }
        log.info("settlement batch {} opened {} files", query.get("name"), files);
        return "ok";
    }

    /** Uploaded document scans. Bug: they are kept in memory for ever. */
    private static String scan(Map<String, String> query) {
        int kilobytes = Integer.parseInt(query.get("kb"));
        evidence.add(new byte[kilobytes * 1024]);
        log.info("document scan {} stored, {} kB, {} scans held", query.get("name"), kilobytes, evidence.size());
        return "ok";
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> parsed = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                parsed.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return parsed;
    }
}
