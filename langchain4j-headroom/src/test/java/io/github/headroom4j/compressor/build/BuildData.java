package io.github.headroom4j.compressor.build;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Real build output: the project's own captures, and development data where it is at hand. */
final class BuildData {

    static final TokenCounter COUNTER = TokenCounter.o200k();
    static final Path CAPTURED = Path.of("../datasets/content/build");
    static final Path BUMP = Path.of("../../shared/data/log-triage/bump-maven");
    static final Path TEST_OUTPUTS = Path.of("../../shared/data/log-triage/test-outputs");

    private BuildData() {}

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(log|txt|xml|log\\.gz)"))
                    .sorted()
                    .toList();
        }
    }

    static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What is shown of a text under a budget, with its marker; the text itself if nothing is left out. */
    static String select(String text, TokenBudget budget) {
        return new BuildOutputCompressor()
                .parse(text, CompressionContext.of(COUNTER))
                .orElseThrow()
                .select(budget)
                .map(selection -> selection.markedWith(OriginalMarker.of(text)))
                .orElse(text);
    }
}
