package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.Candidates;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.SegmentSelector;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.compressor.search.Hit.Kind;
import io.github.headroom4j.compressor.search.Hits.Layout;
import io.github.headroom4j.token.TokenBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Chooses the hits that tell most, and prints them with a note of every file. */
final class HitSelection {

    /** Without a budget, lines may take this share of the original's tokens. */
    private static final double LINES_SHARE = 0.02;

    /** And the names of files without a line this one, before they are folded by directory. */
    private static final double NAMES_SHARE = 0.025;

    /** Small results are shown in at least so many tokens: some lines. */
    private static final int MIN_LINES_TOKENS = 80;

    /** If no line fits, the best is shown if it takes at most so many tokens; a longer one is data rather than text. */
    private static final int MAX_ONLY_LINE_TOKENS = 400;

    /**
     * After a diff a search asks who relies on what changed: its hits are no candidates for one answer but a list to go
     * through. About a hundred lines. Tokens.
     */
    private static final int MIN_REVIEWED_TOKENS = 2_000;

    private static final int MIN_NAMES_TOKENS = 60;

    /** What a file's name, note and number cost beside the text of its first line, roughly. Tokens. */
    private static final int OVERHEAD_TOKENS = 9;

    /** The cheapest line costs so many tokens; more candidates than this allows need not be counted. */
    private static final int MIN_COST = 4;

    private final String text;
    private final Hits hits;
    private final CompressionContext context;
    private final Numbering numbering;

    HitSelection(String text, Hits hits, CompressionContext context) {
        this.text = text;
        this.hits = hits;
        this.context = context;
        numbering = hits.layout() == Layout.JSON ? new Numbering("row", 0) : new Numbering("line", context.firstLine());
    }

    Optional<Selection> select(TokenBudget budget) {
        List<Hit> all = hits.hits();
        int total = (int) all.stream().filter(FileRun::isShowable).count();
        int tokens = context.counter().count(text);
        int limit = budget.bounded() ? budget.limit() : Math.max(minLines(), (int) (tokens * LINES_SHARE));
        BitSet chosen = choose(limit, budget.bounded() ? 0 : MAX_ONLY_LINE_TOKENS);
        chosen.stream().filter(i -> !FileRun.isShowable(all.get(i))).forEach(chosen::clear);
        int kept = chosen.cardinality();
        if (kept == total) {
            return Optional.empty();
        }
        int maxNames = budget.bounded() ? limit / 4 : Math.max(MIN_NAMES_TOKENS, (int) (tokens * NAMES_SHARE));
        return Optional.of(Selection.of(render(chosen, maxNames), kept, total));
    }

    private int minLines() {
        return context.changes().isEmpty() ? MIN_LINES_TOKENS : MIN_REVIEWED_TOKENS;
    }

    private BitSet choose(int limit, int ofOne) {
        HitScorer scorer = new HitScorer(hits.hits(), context);
        double[] scores = scorer.scores();
        int[] costs = new int[scores.length];
        Arrays.fill(costs, Integer.MAX_VALUE);
        int affordable = limit / MIN_COST + 1;
        IntStream.range(0, scores.length)
                .filter(i -> scores[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .limit(affordable)
                .forEach(i -> costs[i] = cost(i));
        scorer.vital().stream().forEach(i -> costs[i] = cost(i));
        BitSet chosen =
                SegmentSelector.choose(new Candidates(scores, costs, scorer.vital()), TokenBudget.tokens(limit));
        if (chosen.isEmpty()) {
            IntStream.range(0, scores.length)
                    .filter(i -> costs[i] <= ofOne)
                    .boxed()
                    .max(Comparator.comparingDouble(i -> scores[i]))
                    .ifPresent(chosen::set);
        }
        return chosen;
    }

    private int cost(int hit) {
        return context.counter().count(hits.hits().get(hit).text().strip()) + OVERHEAD_TOKENS;
    }

    private String render(BitSet chosen, int maxNames) {
        PathNames names = HitRepack.namesOf(hits);
        StringBuilder out = new StringBuilder();
        // A selection shows lines as path:line:text, whatever the tool's layout was.
        Layout layout = hits.layout() == Layout.HEADING ? Layout.INLINE : hits.layout();
        out.append(new HitHeader(names, layout, true).render()).append('\n');
        out.append(hits.preface().isEmpty() ? "" : '|' + hits.preface() + '\n');
        HitWriter writer = new HitWriter(out, names);
        List<Listed> unseen = new ArrayList<>();
        for (FileRun run : FileRun.of(hits.hits())) {
            List<Hit> shown = run.chosen(chosen);
            if (!run.ofFile()) {
                other(run, chosen, writer, out);
            } else if (shown.isEmpty() && !run.path().isEmpty()) {
                unseen.add(new Listed(run.path(), run.dropped(chosen), run.firstLine(), run.lastLine()));
            } else {
                writer.write(shown);
                note(run, run.dropped(chosen), out);
            }
        }
        return out.append(new Listing(names, numbering, context).named(unseen, maxNames))
                .toString();
    }

    private void note(FileRun run, int dropped, StringBuilder out) {
        if (dropped > 0) {
            String range = numbering.range(run.firstLine(), run.lastLine());
            out.append('+').append(dropped).append(" more ").append(range).append('\n');
        }
    }

    private void other(FileRun run, BitSet chosen, HitWriter writer, StringBuilder out) {
        int gap = -1;
        for (int i = run.from(); i < run.to(); i++) {
            Hit hit = hits.hits().get(i);
            if (chosen.get(i)) {
                elide(gap, hit.line(), out);
                gap = -1;
                writer.write(List.of(hit));
            } else if (gap < 0 && hit.kind() == Kind.RAW) {
                gap = hit.line();
            }
        }
        elide(gap, run.lastLine() + 1, out);
    }

    private void elide(int from, int to, StringBuilder out) {
        if (from >= 0) {
            out.append(Elision.lines(context.firstLine() + from, context.firstLine() + to - 1))
                    .append('\n');
        }
    }
}
