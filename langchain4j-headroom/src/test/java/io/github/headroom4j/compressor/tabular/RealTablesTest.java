package io.github.headroom4j.compressor.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.content.ContentDetectors;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What real tools printed. */
class RealTablesTest {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    /** The design's targets, on the median table. */
    private static final double LOSSLESS = 0.25;

    private static final double REVERSIBLE = 0.85;

    @Test
    void should_detect_each_of_our_own_as_the_table_it_is() {
        RealTables.own()
                .forEach((name, text) -> assertThat(ContentDetectors.firstConfident(ContentDetectors.standard())
                                .detect(text)
                                .map(Detection::type))
                        .as(name)
                        .contains(type(name)));
    }

    private static ContentType type(String name) {
        return name.endsWith(".csv")
                ? ContentType.CSV
                : name.endsWith(".tsv")
                        ? ContentType.TSV
                        : name.endsWith(".md") ? ContentType.MARKDOWN_TABLE : ContentType.TEXT_TABLE;
    }

    @Test
    void should_reach_the_targets_on_our_own() {
        List<Double> lossless = new ArrayList<>();
        List<Double> reversible = new ArrayList<>();
        RealTables.own().forEach((name, text) -> {
            int before = COUNTER.count(text);
            lossless.add(saved(before, exact(name, text)));
            if (text.lines().count() > 100) {
                reversible.add(saved(before, selected(text)));
            }
        });

        assertThat(median(lossless)).isGreaterThan(LOSSLESS);
        assertThat(median(reversible)).isGreaterThan(REVERSIBLE);
    }

    @Test
    void should_give_back_every_byte_of_what_was_sampled_for_detection() {
        Map<String, String> samples = RealTables.detection();

        samples.forEach(RealTablesTest::exact);
        assertThat(samples).hasSize(79);
    }

    @Test
    void should_reach_the_targets_on_structured_logs() {
        assumeTrue(Files.exists(RealTables.LOGS), "shared development data is absent: structured logs were not read");
        RealTables.structuredLogs().forEach((name, text) -> {
            String repacked = exact(name, text);
            if (name.contains("structured")) {
                int before = COUNTER.count(text);
                assertThat(saved(before, repacked)).as(name).isGreaterThan(LOSSLESS);
                assertThat(saved(before, selected(text))).as(name).isGreaterThan(REVERSIBLE);
            }
        });
    }

    private static String exact(String name, String text) {
        String repacked = read(text).repack().orElseThrow(() -> new AssertionError(name + " was not repacked"));
        assertThat(TabularCompressor.decode(repacked)).as(name).contains(text);
        return repacked;
    }

    private static String selected(String text) {
        return read(text)
                .select(TokenBudget.asFarAsSafe())
                .map(selection -> selection.markedWith(OriginalMarker.of(text)))
                .orElse(text);
    }

    private static Selectable read(String text) {
        return new TabularCompressor()
                .parse(text, CompressionContext.of(COUNTER))
                .orElseThrow();
    }

    private static double saved(int before, String after) {
        return 1 - (double) COUNTER.count(after) / before;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
