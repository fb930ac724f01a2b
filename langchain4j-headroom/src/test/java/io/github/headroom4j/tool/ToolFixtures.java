package io.github.headroom4j.tool;

import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.CompressionPolicy;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.LineCompressor;
import io.github.headroom4j.content.ContentSplitter;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.content.Section;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the tests of this package share. */
final class ToolFixtures {

    private static final ContentSplitter ONE_SECTION = text ->
            text.isEmpty() ? List.of() : List.of(new Section(0, text.length(), Detection.of(ContentType.PROSE, 1)));

    private ToolFixtures() {}

    /** Compresses every text of three lines or more to its first, last, erroneous and queried lines. */
    static Headroom headroom() {
        return builder().build();
    }

    static Headroom.Builder builder() {
        return Headroom.builder()
                .compressors(List.of(new LineCompressor()))
                .splitter(ONE_SECTION)
                .policies(CompressionPolicies.all(CompressionPolicy.reversible().withMinTokens(50)))
                .withoutTimeout();
    }

    /** A log of which line 577 alone is bad. */
    static String log(String service) {
        return IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> i == 577
                        ? "12:00:01 " + service + " ERROR pool exhausted, request r-577 refused"
                        : "12:00:01 " + service + " INFO request r-" + i + " served in " + i % 17 + " ms")
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static String line(String text, int number) {
        return text.split("\n", -1)[number - 1];
    }
}
