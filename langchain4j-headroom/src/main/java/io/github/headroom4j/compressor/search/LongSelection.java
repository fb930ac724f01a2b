package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.Candidates;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.SegmentSelector;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.compressor.search.LongEntry.Kind;
import io.github.headroom4j.token.TokenBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Chooses the rows that are near the query or the largest, and counts the others by directory. */
final class LongSelection {

    /** Without a budget, rows may take this share of the original's tokens. */
    private static final double ROWS_SHARE = 0.03;

    /** And the counts of the other ones this one, before directories are folded into their parents. */
    private static final double COUNTS_SHARE = 0.025;

    private static final int MIN_ROWS_TOKENS = 80;

    private static final int MIN_COUNTS_TOKENS = 60;

    /** What is asked of such lists is more often than not what is large. */
    private static final int LARGEST = 3;

    /** A file for each token of a budget would have no name at all; this one is roughly right. */
    private static final int NUMBER_TOKENS = 4;

    private final String text;
    private final LongList list;
    private final CompressionContext context;

    LongSelection(String text, LongList list, CompressionContext context) {
        this.text = text;
        this.list = new LongList(list.blocks(), context.pace().list(list.entries()), list.endsWithNewline());
        this.context = context;
    }

    Optional<Selection> select(TokenBudget budget) {
        int tokens = context.counter().count(text);
        int limit = budget.bounded() ? budget.limit() : Math.max(MIN_ROWS_TOKENS, (int) (tokens * ROWS_SHARE));
        BitSet chosen = choose(limit);
        int total =
                (int) list.entries().stream().filter(LongSelection::isShowable).count();
        if (chosen.cardinality() == total) {
            return Optional.empty();
        }
        int maxCounts = budget.bounded() ? limit / 2 : Math.max(MIN_COUNTS_TOKENS, (int) (tokens * COUNTS_SHARE));
        return Optional.of(Selection.of(render(chosen, maxCounts), chosen.cardinality(), total));
    }

    private static boolean isShowable(LongEntry entry) {
        return entry.kind() == Kind.ROW
                || (entry.kind() == Kind.RAW && !entry.path().isBlank());
    }

    private BitSet choose(int limit) {
        List<LongEntry> entries = list.entries();
        double[] scores = QueryRelevance.to(context)
                .score(entries.stream().map(LongEntry::path).toList());
        boolean answers = Arrays.stream(scores).max().orElse(0) > 0;
        int[] costs = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            LongEntry entry = entries.get(i);
            double place = Place.of(entry.path()).weight();
            scores[i] = entry.kind() == Kind.ROW ? (answers ? scores[i] : 1) * place : 0;
            // A bound in place of a count, as for lists of paths.
            costs[i] = entry.path().length() / 2 + NUMBER_TOKENS;
        }
        return SegmentSelector.choose(new Candidates(scores, costs, largest()), TokenBudget.tokens(limit));
    }

    private BitSet largest() {
        double[] sizes =
                list.entries().stream().mapToDouble(LongSelection::size).toArray();
        BitSet largest = new BitSet();
        IntStream.range(0, sizes.length)
                .filter(i -> sizes[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -sizes[i]))
                .limit(LARGEST)
                .forEach(largest::set);
        return largest;
    }

    /** The last number before the path: all that print several print the size in bytes there. */
    private static double size(LongEntry entry) {
        List<String> values = LeadShape.of(entry.lead(), false).values();
        return values.isEmpty() || entry.path().endsWith("/.") ? 0 : LeadScanner.size(values.get(values.size() - 1));
    }

    private String render(BitSet chosen, int maxCounts) {
        LongHeader header = new LongHeader(LongRepack.namesOf(list), list.blocks(), true);
        List<LongEntry> shown = new ArrayList<>();
        List<Listed> counted = new ArrayList<>();
        for (int i = 0; i < list.entries().size(); i++) {
            LongEntry entry = list.entries().get(i);
            if (chosen.get(i)) {
                shown.add(entry);
            } else if (entry.kind() == Kind.OPENING) {
                counted.add(new Listed(entry.path() + '/', 0, Math.max(0, entry.line() - 1), entry.line()));
            } else if (isShowable(entry)) {
                int files = entry.kind() == Kind.ROW ? 1 : 0;
                counted.add(new Listed(files == 0 ? "" : entry.path(), files, entry.line(), entry.line()));
            }
        }
        return LongRepack.render(header, shown) + listing(header.names()).counts(counted, maxCounts);
    }

    private Listing listing(PathNames names) {
        return new Listing(names, new Numbering("line", context.firstLine()), context);
    }
}
