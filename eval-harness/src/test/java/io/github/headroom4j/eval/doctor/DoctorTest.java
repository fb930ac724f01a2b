package io.github.headroom4j.eval.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.doctor.Finding.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    @Test
    void a_key_is_set_or_not_and_never_told() {
        Finding set = ModelChecks.key("SOME_KEY", "a reader", Map.of("SOME_KEY", "hunter2"));
        assertThat(set.said()).isEqualTo("set, for a reader");
        assertThat(set.toString()).doesNotContain("hunter2");
        assertThat(ModelChecks.key("SOME_KEY", "a reader", Map.of("SOME_KEY", " "))
                        .said())
                .startsWith("not set");
    }

    @Test
    void little_memory_is_a_warning_with_what_to_do() {
        assertThat(MachineChecks.memory(256L << 20))
                .returns(Level.WARN, Finding::level)
                .returns("256 MiB of heap at most", Finding::said);
        assertThat(MachineChecks.memory(256L << 20).hint()).contains("-Xmx1g");
        assertThat(MachineChecks.memory(2L << 30).level()).isEqualTo(Level.OK);
    }

    @Test
    void a_reports_folder_is_tried_and_left_as_it_was(@TempDir Path folder) throws IOException {
        assertThat(MachineChecks.writable(folder.resolve("a/b")))
                .returns(Level.OK, Finding::level)
                .satisfies(finding -> assertThat(finding.said()).endsWith(", to be made"));
        assertThat(folder).isEmptyDirectory();
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(MachineChecks.writable(file).level()).isEqualTo(Level.FAIL);
    }

    @Test
    void a_redis_server_is_asked_whether_it_is_one() throws IOException {
        assertThat(reply("+PONG\r\n"))
                .returns(Level.OK, Finding::level)
                .satisfies(finding -> assertThat(finding.said()).endsWith(" answers"));
        assertThat(reply("-NOAUTH Authentication required.\r\n").said()).endsWith("wants a password");
        assertThat(reply("HTTP/1.1 400 Bad Request\r\n").level()).isEqualTo(Level.FAIL);
        assertThat(reply("").level()).isEqualTo(Level.FAIL);
    }

    /** What is found where a server answers so. */
    private static Finding reply(String text) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> {
                try (Socket client = server.accept()) {
                    assertThat(client.getInputStream().readNBytes(6))
                            .containsExactly("PING\r\n".getBytes(StandardCharsets.US_ASCII));
                    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Finding finding = new StoreAddress(
                            StoreAddress.Kind.REDIS, "redis://user:hunter2@127.0.0.1:" + server.getLocalPort())
                    .reach();
            answered.join();
            assertThat(finding.toString()).doesNotContain("hunter2").contains("127.0.0.1:" + server.getLocalPort());
            return finding;
        }
    }

    @Test
    void addresses_that_are_none_and_servers_that_are_not_there_are_told_without_passwords() throws IOException {
        int free;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = server.getLocalPort();
        }
        Finding away = new StoreAddress(StoreAddress.Kind.REDIS, "redis://:hunter2@127.0.0.1:" + free).reach();
        assertThat(away).returns(Level.FAIL, Finding::level);
        assertThat(away.toString()).contains("cannot be reached").doesNotContain("hunter2");
        assertThat(new StoreAddress(StoreAddress.Kind.REDIS, "not an address")
                        .reach()
                        .level())
                .isEqualTo(Level.FAIL);
        Finding noDriver = new StoreAddress(StoreAddress.Kind.JDBC, "jdbc:nosuch://host:1/db?password=hunter2").reach();
        assertThat(noDriver).returns(Level.WARN, Finding::level);
        assertThat(noDriver.toString()).contains("host:1", "no driver").doesNotContain("hunter2");
    }
}
