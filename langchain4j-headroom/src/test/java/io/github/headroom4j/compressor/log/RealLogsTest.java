package io.github.headroom4j.compressor.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what the design promises on real logs, where the development data is at hand. */
class RealLogsTest {

    private static final Path LOGHUB = Path.of("../../shared/data/log-triage/loghub-2k");

    @ParameterizedTest
    @ValueSource(strings = {"Apache", "HDFS", "OpenSSH", "Spark"})
    void two_thousand_lines_shrink_as_promised(String system) throws IOException {
        Path file = LOGHUB.resolve(system).resolve(system + "_2k.log");
        assumeTrue(Files.exists(file), "the LogHub samples are not in shared/data beside the project");
        String log = Files.readString(file, StandardCharsets.UTF_8);
        TokenCounter counter = TokenCounter.o200k();
        Selectable content =
                new LogCompressor().parse(log, CompressionContext.of(counter)).orElseThrow();
        String packed = content.repack().orElseThrow();
        String selected =
                content.select(TokenBudget.asFarAsSafe()).orElseThrow().markedWith(OriginalMarker.of(log));
        int raw = counter.count(log);
        assertThat(LogCompressor.decode(packed)).contains(log);
        assertThat(1 - (double) counter.count(packed) / raw).isGreaterThan(0.6);
        assertThat(1 - (double) counter.count(selected) / raw).isGreaterThan(0.94);
    }
}
