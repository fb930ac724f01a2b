package io.github.headroom4j.eval.content;

import io.github.headroom4j.CompressionListener;
import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.CompressionPolicy;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.content.ContentSplitters;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.Section;
import io.github.headroom4j.eval.replay.Notation;
import io.github.headroom4j.token.TokenCounter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compresses samples with everything that {@link Headroom} has by default, and checks what comes out with means of its own:
 * an independent count of tokens, the public retrieve tool, the public decoders. Without a deadline, so that results are the
 * same on every machine.
 */
final class ContentBench {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    /** Room for the counts of one sample and its parts, as the engine itself has. */
    private static final int CACHED_CHARS = 4 << 20;

    /** Whether a policy would look at a text at all. */
    boolean isLargeEnough(Sample sample) {
        return !COUNTER.countsAtMost(sample.text(), CompressionPolicy.DEFAULT_MIN_TOKENS);
    }

    SampleResult measure(Sample sample) {
        List<Section> sections = ContentSplitters.standard().split(sample.text());
        int before = COUNTER.count(sample.text());
        Run lossless = run(sample, CompressionPolicy.lossless());
        Run reversible = run(sample, CompressionPolicy.reversible());
        return new SampleResult(
                sample,
                TypeLabel.tiers(sample.type()).tier(List.of(sample.text())),
                mainType(sections).name(),
                sections.size(),
                lossless.shrunk(before),
                reversible.shrunk(before),
                hidden(sample, reversible.result().text()));
    }

    /** Compresses once more with cold caches of token counts, for a stopwatch. */
    static void compressOnly(Sample sample) {
        headroom(CompressionPolicy.reversible(), event -> {}).compress(request(sample));
    }

    private record Run(Sample sample, Headroom headroom, CompressionResult result, String failure) {

        Shrunk shrunk(int before) {
            return new Shrunk(before, COUNTER.count(result.text()), outcome(), failure, roundTrip());
        }

        private String outcome() {
            String name = result instanceof Compressed compressed
                    ? compressed.step().name()
                    : ((Unchanged) result).reason().name();
            return name.toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        private RoundTrip.Outcome roundTrip() {
            if (!(result instanceof Compressed compressed)) {
                return result.text().equals(sample.text())
                        ? RoundTrip.Outcome.NOT_CHECKED
                        : RoundTrip.Outcome.DIFFERENT;
            }
            return compressed.original().isPresent()
                    ? RoundTrip.retrieve(headroom, compressed.text(), sample.text())
                    : RoundTrip.decode(compressed, sample.text());
        }
    }

    private static Run run(Sample sample, CompressionPolicy policy) {
        String[] failure = {""};
        CompressionListener listener =
                event -> failure[0] = event.failureOrNull() == null ? "" : String.valueOf(event.failureOrNull());
        Headroom headroom = headroom(policy, listener);
        CompressionResult result = headroom.compress(request(sample));
        return new Run(sample, headroom, result, failure[0]);
    }

    private static Headroom headroom(CompressionPolicy policy, CompressionListener listener) {
        return Headroom.builder()
                .policies(CompressionPolicies.all(policy))
                .tokenCounter(COUNTER.cached(CACHED_CHARS))
                .listener(listener)
                .withoutTimeout()
                .build();
    }

    private static CompressionRequest request(Sample sample) {
        return CompressionRequest.of(sample.text()).withQuery(sample.query());
    }

    /** What is neither shown as it is nor spelled out by a notation that a public decoder reads. */
    private static List<String> hidden(Sample sample, String shown) {
        if (sample.vital().isEmpty()) {
            return List.of();
        }
        String expanded = Notation.expand(shown);
        return sample.vital().stream()
                .filter(text -> !shown.contains(text) && !expanded.contains(text))
                .toList();
    }

    private static ContentType mainType(List<Section> sections) {
        Map<ContentType, Integer> chars = new LinkedHashMap<>();
        for (Section section : sections) {
            chars.merge(section.detection().type(), section.end() - section.start(), Integer::sum);
        }
        return chars.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(ContentType.PROSE);
    }
}
