package io.github.headroom4j.compressor.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the notation looks like. The expected files are read by people; change them only after looking at them. */
class JsonGoldenTest {

    @Test
    void should_print_issues_as_a_table_when_repacking() {
        String json = resource("issues.json");

        assertThat(read(json, "").repack()).contains(resource("issues.repacked.txt"));
    }

    @Test
    void should_show_the_incident_when_selecting_from_metrics() {
        String json = resource("metrics.json");

        String selected =
                read(json, "").select(TokenBudget.asFarAsSafe()).orElseThrow().markedWith(OriginalMarker.of(json));

        assertThat(selected).startsWith(resource("metrics.selected.txt"));
    }

    private static Selectable read(String json, String query) {
        CompressionContext context = CompressionContext.of(TokenCounter.o200k()).withQuery(query);
        return new JsonCompressor().parse(json, context).orElseThrow();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(JsonGoldenTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
