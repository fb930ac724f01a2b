package io.github.headroom4j.eval.reader.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void should_read_seconds_and_dates() {
        assertThat(of("17")).contains(Duration.ofSeconds(17));
        assertThat(of(" 0 ")).contains(Duration.ZERO);
        assertThat(of("Fri, 27 Nov 2026 12:01:30 GMT")).contains(Duration.ofSeconds(90));
        assertThat(of("Fri, 27 Nov 2026 11:00:00 GMT")).contains(Duration.ZERO);
    }

    @Test
    void should_ignore_what_is_neither() {
        for (String value : List.of("", "soon", "-1", "1.5", "99999999999", "27.11.2026")) {
            assertThat(of(value)).as(value).isEmpty();
        }
        assertThat(RetryAfter.of(HttpHeaders.of(Map.of(), (name, value) -> true), NOW))
                .isEmpty();
    }

    private static Optional<Duration> of(String value) {
        return RetryAfter.of(HttpHeaders.of(Map.of("retry-after", List.of(value)), (name, any) -> true), NOW);
    }
}
