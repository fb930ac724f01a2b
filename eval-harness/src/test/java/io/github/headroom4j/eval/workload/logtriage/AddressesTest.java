package io.github.headroom4j.eval.workload.logtriage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.reader.Reader.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void an_address_belongs_to_the_one_who_says_that_it_listens_there() {
        Addresses addresses = Addresses.of(LogView.of(List.of(
                log("etcd", "10:00:01 configuring \"listen-client-urls\":[\"http://127.0.0.1:24372\"]\n"),
                log("broker", "10:00:01 Opening ipv4 listen socket on port 21883.\n"),
                log("cache", "10:00:01 Running mode=standalone, port=6379.\n"),
                log("agent", "10:00:02 started, registry at http://127.0.0.1:24372\n"))));
        assertThat(addresses.namedIn(line("agent", "lookup at 127.0.0.1:24372 failed")))
                .contains("etcd");
        assertThat(addresses.namedIn(line("agent", "cannot connect to 127.0.0.1:21883")))
                .contains("broker");
        assertThat(addresses.namedIn(line("agent", "localhost:6379 refused"))).contains("cache");
        assertThat(addresses.namedIn(line("etcd", "peer 127.0.0.1:24372 is slow")))
                .isEmpty();
        assertThat(addresses.namedIn(line("agent", "127.0.0.1:9999 refused"))).isEmpty();
    }

    private static LogLine line(String service, String text) {
        return new LogLine(service, text, 0, true);
    }

    private static Seen log(String service, String text) {
        return new Seen("fetch_logs", "{\"service\":\"" + service + "\"}", text);
    }
}
