package io.github.headroom4j.eval.arm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.eval.metric.ContentTokens;
import io.github.headroom4j.token.TokenCounter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompressionLogTest {

    private final TokenCounter counter = TokenCounter.o200k();
    private final CompressionLog log = new CompressionLog(counter);
    private final Headroom headroom = Headroom.builder()
            .tokenCounter(counter)
            .listener(log)
            .withoutTimeout()
            .build();

    @Test
    void results_are_told_apart_by_kind_and_counted_once() {
        String json = IntStream.range(0, 200)
                .mapToObj(i -> "{\"id\":" + i + ",\"state\":\"open\",\"owner\":\"team-" + i % 7 + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        String compressed = headroom.compress(CompressionRequest.of(json)).text();
        headroom.compress(CompressionRequest.of("ok"));
        // What was compressed before is no new text.
        headroom.compress(CompressionRequest.of(compressed));

        assertThat(log.byType()).extracting(ContentTokens::type).containsExactly("json", CompressionLog.UNDETECTED);
        assertThat(log.byType().get(0))
                .isEqualTo(new ContentTokens("json", 1, counter.count(json), counter.count(compressed)));
        assertThat(log.byType().get(1)).isEqualTo(new ContentTokens(CompressionLog.UNDETECTED, 1, 1, 1));
        assertThat(log.nanos()).hasSize(2).allMatch(nanos -> nanos > 0);
    }

    @Test
    void a_session_without_the_library_has_an_empty_log() {
        assertThat(CompressionLog.unused().byType()).isEmpty();
        assertThat(CompressionLog.unused().nanos()).isEmpty();
    }
}
