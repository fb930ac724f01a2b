package io.github.headroom4j;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Step;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.Explanation.Findings;
import io.github.headroom4j.Explanation.Part;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.compressor.ErrorSignals;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.log.LogCompressor;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.original.LineFeeds;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Runs compression for trial and finds out what it did from the outside. Leaves no trace: originals go to a scratch store,
 * listeners are not told. Costs about three compressions without a deadline, and the comparison.
 */
final class Explainer {

    private final Pipeline pipeline;

    Explainer(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    Explanation explain(CompressionRequest request) {
        Pipeline.Outcome outcome = trial(pipeline.policies()).run(request);
        CompressionResult result = outcome.result();
        boolean counted = result.tokensBefore() >= 0;
        boolean countable = request.text().length() <= Headroom.MAX_CHARS;
        int before =
                counted ? result.tokensBefore() : countable ? pipeline.counter().count(request.text()) : 0;
        List<Part> parts = counted ? parts(request) : List.of();
        Optional<CompressionResult> lossless = counted ? Optional.of(repackOnly(request)) : Optional.empty();
        List<Explanation.Step> steps =
                new DecisionTrail(pipeline.policies().of(request.tool()), before, parts).of(outcome, lossless);
        OptionalInt losslessTokens =
                lossless.map(one -> OptionalInt.of(one.tokensAfter())).orElse(OptionalInt.empty());
        return new Explanation(
                new Findings(request, result, before, losslessTokens, parts, steps, lines(request, result, parts)));
    }

    private Pipeline trial(CompressionPolicies policies) {
        return new Pipeline(
                policies,
                pipeline.counter(),
                new ScratchOriginals(pipeline.originals()),
                pipeline.router(),
                Deadline::none);
    }

    /** What repacking alone comes to, whether or not it would be worth it. */
    private CompressionResult repackOnly(CompressionRequest request) {
        CompressionPolicy policy = pipeline.policies().of(request.tool());
        CompressionPolicy lossless = new CompressionPolicy(Fidelity.LOSSLESS, policy.budget(), policy.minTokens(), 0);
        return trial(CompressionPolicies.all(lossless)).run(request).result();
    }

    private List<Part> parts(CompressionRequest request) {
        CompressionContext context = CompressionContext.of(pipeline.counter()).withQuery(request.query());
        List<Part> parts = new ArrayList<>();
        int line = 1;
        try {
            for (ContentRouter.Part part :
                    pipeline.router().route(request.text(), context).parts()) {
                int feeds = LineFeeds.in(part.text());
                int last = part.text().endsWith("\n") ? line + feeds - 1 : line + feeds;
                int tokens = pipeline.counter().count(part.text());
                parts.add(new Part(line, last, part.detection(), part.compressor(), tokens));
                line += feeds;
            }
        } catch (RuntimeException | StackOverflowError e) {
            // The trial failed at the same place, and its reason is in the result.
            return List.of();
        }
        return parts;
    }

    private static Explanation.Lines lines(CompressionRequest request, CompressionResult result, List<Part> parts) {
        List<String> original = limited(request.text());
        List<String> shown = limited(result.text());
        LineAlignment alignment = LineAlignment.of(original, limited(LogCompressor.spellOut(result.text())));
        ElisionNotes notes = result instanceof Compressed compressed && compressed.step() == Step.SELECTED
                ? ElisionNotes.in(shown, request.text(), original.size())
                : ElisionNotes.none(original.size(), shown.size());
        boolean nothingLost = result instanceof Unchanged
                || (result instanceof Compressed compressed && compressed.step() == Step.REPACKED);
        boolean[] asked = asked(request.query(), original);
        boolean[] diff = ofDiffs(parts, original.size());
        List<LineFate> fates = new ArrayList<>(original.size());
        for (int i = 0; i < original.size(); i++) {
            if (alignment.isShown(i)) {
                fates.add(whyKept(original.get(i), asked[i], diff[i]));
            } else if (nothingLost || (alignment.hasWordsShown(i) && !notes.hides(i))) {
                fates.add(LineFate.RESHAPED);
            } else {
                fates.add(
                        notes.counts(i) || isBracketOfFolded(original, i, fates) ? LineFate.FOLDED : LineFate.LEFT_OUT);
            }
        }
        int unseen = original.isEmpty() ? 0 : OriginalMarker.of(request.text()).lines() - original.size();
        return new Explanation.Lines(original, shown, fates, alignment, notes, unseen);
    }

    /** A line without words goes with what stands before it. */
    private static boolean isBracketOfFolded(List<String> lines, int index, List<LineFate> before) {
        return index > 0
                && before.get(index - 1) == LineFate.FOLDED
                && lines.get(index).chars().noneMatch(Character::isLetterOrDigit);
    }

    /** As the retrieve tool counts them: a line ends with its line feed. */
    private static List<String> limited(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length() && lines.size() < Explanation.MAX_LINES) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            boolean windows = end > start && text.charAt(end - 1) == '\r';
            lines.add(text.substring(start, windows ? end - 1 : end));
            start = end + 1;
        }
        return lines;
    }

    private static LineFate whyKept(String line, boolean asked, boolean diff) {
        if (diff && (line.startsWith("+") || line.startsWith("-"))) {
            return LineFate.CHANGED;
        }
        if (ErrorSignals.speaksOfError(line)) {
            return LineFate.ERROR;
        }
        return asked ? LineFate.ASKED : LineFate.KEPT;
    }

    private static boolean[] ofDiffs(List<Part> parts, int lines) {
        boolean[] diff = new boolean[lines];
        for (Part part : parts) {
            if (part.detection().type().equals(ContentType.DIFF)) {
                Arrays.fill(diff, Math.min(part.firstLine() - 1, lines), Math.min(part.lastLine(), lines), true);
            }
        }
        return diff;
    }

    /** The lines that are at least half as near to the question as the nearest one. */
    private static boolean[] asked(String query, List<String> lines) {
        boolean[] asked = new boolean[lines.size()];
        QueryRelevance relevance = QueryRelevance.to(query);
        if (relevance.isPresent()) {
            double[] scores = relevance.score(lines);
            double best = 0;
            for (double score : scores) {
                best = Math.max(best, score);
            }
            for (int i = 0; i < scores.length; i++) {
                asked[i] = scores[i] > 0 && scores[i] >= best / 2;
            }
        }
        return asked;
    }

    /** Why nothing was changed, in words. */
    static String sentence(Reason reason) {
        return switch (reason) {
            case VERBATIM_POLICY -> "the policy of this tool is VERBATIM";
            case TOO_SMALL -> "it is not larger than what the policy leaves alone";
            case TOO_LARGE -> String.format(Locale.ROOT, "it is longer than %,d characters", Headroom.MAX_CHARS);
            case ALREADY_COMPRESSED -> "it is our own output already";
            case ERROR_RESULT -> "it is the result of a tool that failed";
            case NO_COMPRESSOR -> "no compressor knows this kind of text, or none could read it";
            case NO_SAVINGS -> "what came out was not smaller by enough";
            case NOT_KEPT -> "the original could not be kept";
            case TIMEOUT -> "time was over";
            case FAILED -> "a compressor failed";
        };
    }
}
