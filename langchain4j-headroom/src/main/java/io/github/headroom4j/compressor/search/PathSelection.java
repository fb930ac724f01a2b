package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.Candidates;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.SegmentSelector;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.compressor.search.PathEntry.Kind;
import io.github.headroom4j.compressor.search.PathList.Layout;
import io.github.headroom4j.token.TokenBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the paths that are near the query, and counts the others by directory. */
final class PathSelection {

    /** Without a budget, paths may take this share of the original's tokens. */
    private static final double PATHS_SHARE = 0.03;

    /** And the counts of the other ones this one, before directories are folded into their parents. */
    private static final double COUNTS_SHARE = 0.035;

    private static final int MIN_PATHS_TOKENS = 80;

    private static final int MIN_COUNTS_TOKENS = 60;

    /** Lines that are no paths, such as a summary, are shown up to this length. Characters. */
    private static final int MAX_RAW_CHARS = 200;

    /** Of lines that are no paths so many are shown. */
    private static final int MAX_RAW_LINES = 5;

    private final String text;
    private final PathList list;
    private final CompressionContext context;

    PathSelection(String text, PathList list, CompressionContext context) {
        this.text = text;
        this.list = list;
        this.context = context;
    }

    Optional<Selection> select(TokenBudget budget) {
        List<PathEntry> entries = list.entries();
        int tokens = context.counter().count(text);
        int limit = budget.bounded() ? budget.limit() : Math.max(MIN_PATHS_TOKENS, (int) (tokens * PATHS_SHARE));
        BitSet chosen = choose(limit);
        int kept = chosen.cardinality();
        int total = (int) entries.stream().filter(PathSelection::isShowable).count();
        if (kept == total) {
            return Optional.empty();
        }
        int maxCounts = budget.bounded() ? limit / 2 : Math.max(MIN_COUNTS_TOKENS, (int) (tokens * COUNTS_SHARE));
        return Optional.of(Selection.of(render(chosen, maxCounts), kept, total));
    }

    private static boolean isShowable(PathEntry entry) {
        return entry.kind() == Kind.PATH
                || (entry.kind() == Kind.RAW && !entry.name().isBlank());
    }

    private BitSet choose(int limit) {
        List<PathEntry> entries = list.entries();
        List<String> segments = entries.stream().map(PathEntry::path).toList();
        double[] scores = QueryRelevance.to(context).score(segments);
        // Where no path answers the query, a few samples of the source are shown.
        boolean answers = Arrays.stream(scores).max().orElse(0) > 0;
        int[] costs = new int[scores.length];
        BitSet vital = new BitSet();
        Map<String, Double> places = new HashMap<>();
        for (int i = 0; i < scores.length; i++) {
            PathEntry entry = entries.get(i);
            if (entry.kind() == Kind.PATH) {
                double place = places.computeIfAbsent(
                        entry.directory(), directory -> Place.of(directory).weight());
                scores[i] = (answers ? scores[i] : 1) * place;
                // A bound in place of a count: at most one token per two characters, and rarely so many.
                costs[i] = entry.name().length() / 2 + 2;
            } else {
                boolean shown = isShowable(entry)
                        && entry.name().length() <= MAX_RAW_CHARS
                        && vital.cardinality() < MAX_RAW_LINES;
                vital.set(i, shown);
                scores[i] = 0;
            }
        }
        return SegmentSelector.choose(new Candidates(scores, costs, vital), TokenBudget.tokens(limit));
    }

    private String render(BitSet chosen, int maxCounts) {
        PathNames names = PathRepack.namesOf(list);
        StringBuilder out = new StringBuilder();
        out.append(new PathHeader(names.base(), Layout.LINES, true).render()).append('\n');
        List<PathEntry> shown = new ArrayList<>();
        List<Listed> counted = new ArrayList<>();
        for (int i = 0; i < list.entries().size(); i++) {
            PathEntry entry = list.entries().get(i);
            if (chosen.get(i)) {
                shown.add(entry);
            } else if (entry.kind() != Kind.RAW || isShowable(entry)) {
                int first = entry.kind() == Kind.OPENING ? Math.max(0, entry.line() - 1) : entry.line();
                counted.add(new Listed(entry.path(), entry.kind() == Kind.OPENING ? 0 : 1, first, entry.line()));
            }
        }
        new PathWriter(out, names.base(), false).write(shown);
        return out.append(listing(names).counts(counted, maxCounts)).toString();
    }

    private Listing listing(PathNames names) {
        return new Listing(names, new Numbering("line", context.firstLine()), context);
    }
}
