package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Proposal;
import io.github.headroom4j.compressor.search.Hit.Kind;
import io.github.headroom4j.compressor.search.Hits.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Re-encodes hits without loss, with or without a list of repeated texts, whichever counts fewer tokens. */
final class HitRepack {

    /** A repeated text must be so long for its number to be shorter. Characters. */
    private static final int MIN_REPEATED_CHARS = 12;

    /** So often must a text occur to earn an entry. */
    private static final int MIN_OCCURRENCES = 3;

    private final String text;
    private final Hits hits;
    private final CompressionContext context;

    HitRepack(String text, Hits hits, CompressionContext context) {
        this.text = text;
        this.hits = hits;
        this.context = context;
    }

    Proposal propose() {
        String plain = render(List.of());
        List<String> repeated = repeated();
        String best = repeated.isEmpty() ? plain : shorter(plain, render(repeated));
        String shared = SharedTexts.share(best, context);
        return SearchCompressor.proposal(shared, text, context);
    }

    private String shorter(String plain, String numbered) {
        return context.counter().count(numbered) < context.counter().count(plain) ? numbered : plain;
    }

    private String render(List<String> repeated) {
        PathNames names = namesOf(hits);
        StringBuilder out = new StringBuilder(text.length() / 2);
        out.append(new HitHeader(names, hits.layout(), hits.endsWithNewline()).render())
                .append('\n');
        HitWriter writer = new HitWriter(out, names);
        writer.define(repeated);
        writer.write(hits.hits());
        return out.toString();
    }

    static PathNames namesOf(Hits hits) {
        return PathNames.of(hits.hits().stream()
                .filter(hit -> hit.kind() == Kind.HEADING
                        || (hit.ofFile() && hits.layout() != Layout.HEADING && hits.layout() != Layout.BARE))
                .map(Hit::path)
                .toList());
    }

    private List<String> repeated() {
        Map<String, Integer> occurrences = new LinkedHashMap<>();
        Hit before = null;
        for (Hit hit : hits.hits()) {
            boolean inRun = before != null
                    && before.path().equals(hit.path())
                    && before.text().equals(hit.text());
            if (hit.kind() == Kind.MATCH && hit.text().length() >= MIN_REPEATED_CHARS && !inRun) {
                occurrences.merge(hit.text(), 1, Integer::sum);
            }
            before = hit;
        }
        List<String> repeated = new ArrayList<>();
        occurrences.forEach((line, count) -> {
            if (count >= MIN_OCCURRENCES) {
                repeated.add(line);
            }
        });
        return repeated;
    }
}
