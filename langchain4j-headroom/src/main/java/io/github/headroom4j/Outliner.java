package io.github.headroom4j;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Step;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.original.LineFeeds;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import java.util.ArrayList;
import java.util.List;

/** Makes texts fit a hard limit, see {@link Headroom#outline}. Thread-safe. */
record Outliner(Pipeline pipeline) {

    /** No token of a text worth showing is longer on average; bounds what is looked at. */
    private static final int MAX_CHARS_PER_TOKEN = 32;

    Pipeline.Outcome outline(CompressionRequest request, int maxTokens) {
        if (pipeline.counter().countsAtMost(request.text(), maxTokens)) {
            return unchanged(request, Reason.TOO_SMALL);
        }
        CompressionPolicy policy =
                new CompressionPolicy(Fidelity.REVERSIBLE, TokenBudget.tokens(maxTokens), maxTokens, 0);
        CompressionRequest anew =
                new CompressionRequest(request.text(), request.query(), request.tool(), request.scope(), false);
        Pipeline.Outcome outcome = pipeline.under(policy).run(anew);
        if (outcome.result() instanceof Compressed compressed) {
            return compressed.tokensAfter() <= maxTokens ? outcome : beginning(request, compressed, maxTokens);
        }
        Reason reason = ((Unchanged) outcome.result()).reason();
        return switch (reason) {
            case ALREADY_COMPRESSED, NOT_KEPT, TOO_LARGE -> outcome;
            default -> kept(request, cut(request.text(), true, maxTokens), List.of());
        };
    }

    private Pipeline.Outcome beginning(CompressionRequest request, Compressed compressed, int maxTokens) {
        String text = compressed.text();
        if (compressed.step() != Step.SELECTED) {
            return kept(request, cut(text, false, maxTokens), compressed.compressors());
        }
        // Its original is kept already.
        String body = text.substring(0, text.lastIndexOf('\n') + 1);
        return shown(request, cut(body, false, maxTokens), compressed.compressors());
    }

    private Pipeline.Outcome kept(CompressionRequest request, String body, List<String> compressors) {
        try {
            OriginalMarker.keeping(pipeline.originals(), request.scope(), request.text());
            return shown(request, body, compressors);
        } catch (RuntimeException e) {
            return new Pipeline.Outcome(new Unchanged(request.text(), -1, List.of(), Reason.NOT_KEPT), e);
        }
    }

    private Pipeline.Outcome shown(CompressionRequest request, String body, List<String> compressors) {
        OriginalMarker marker = OriginalMarker.of(request.text());
        String text = body + marker.render();
        int before = pipeline.counter().count(request.text());
        int after = pipeline.counter().count(text);
        return after < before
                ? Pipeline.Outcome.of(
                        new Compressed(text, before, after, List.of(), Step.SELECTED, compressors, marker.id()))
                : unchanged(request, Reason.NO_SAVINGS);
    }

    /** The first lines that fit beside a note and a marker; whole lines, so that nothing is cut in two. */
    private String cut(String text, boolean original, int maxTokens) {
        String body = OriginalMarker.escapeLookAlikes(text);
        int room = maxTokens - Headroom.MIN_OUTLINE_TOKENS;
        List<Integer> ends = lineEnds(body, Math.min(body.length(), room * MAX_CHARS_PER_TOKEN));
        int low = 0;
        int high = ends.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            boolean fits = pipeline.counter().countsAtMost(body.substring(0, ends.get(middle)), room);
            low = fits ? middle : low;
            high = fits ? high : middle - 1;
        }
        int total = lines(body);
        if (low == total) {
            return body;
        }
        String note =
                original ? Elision.lines(low + 1, total) : Elision.MARK + " " + (total - low) + " lines more of this";
        return body.substring(0, ends.get(low)) + note + "\n";
    }

    /** Where no line, one line, two lines end. */
    private static List<Integer> lineEnds(String body, int limit) {
        List<Integer> ends = new ArrayList<>(List.of(0));
        for (int end = body.indexOf('\n') + 1; end > 0 && end <= limit; end = body.indexOf('\n', end) + 1) {
            ends.add(end);
        }
        return ends;
    }

    private static int lines(String text) {
        int feeds = LineFeeds.in(text);
        return feeds + (text.endsWith("\n") ? 0 : 1);
    }

    private static Pipeline.Outcome unchanged(CompressionRequest request, Reason reason) {
        return Pipeline.Outcome.of(new Unchanged(request.text(), -1, List.of(), reason));
    }
}
