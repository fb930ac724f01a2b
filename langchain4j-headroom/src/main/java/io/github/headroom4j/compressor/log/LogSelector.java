package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.Candidates;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.SegmentSelector;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.token.TokenBudget;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Chooses entries. Vital are: the first and last of each kind of error and the first of each of its bursts, the first
 * and last of each kind of warning, the first and last entry of all, and what the query names. The rest competes by
 * score: the first of each kind, the rarer the better, changes of state, what is near the query, what stands beside the
 * first error of a kind.
 */
final class LogSelector {

    /** Characters of an entry that are compared with the query. */
    private static final int MAX_QUERIED_CHARS = 400;

    /** Entries that the query names and that are shown for that; more are a kind, not a record. */
    private static final int MAX_NAMED = 40;

    /** What showing a line costs beside its text: its number and a line break. */
    private static final int LINE_NUMBER = 4;

    private final LogText log;
    private final CompressionContext context;
    private final LogEntries entries;
    private final EntryKinds kinds;
    private final BitSet vital = new BitSet();
    /** Entries whose lines tell how many alike follow. */
    private final BitSet leaders = new BitSet();

    private final double[] scores;

    LogSelector(LogText log, CompressionContext context) {
        this.log = log;
        this.context = context;
        entries = LogEntries.of(log);
        kinds = EntryKinds.of(log, entries);
        scores = new double[entries.count()];
    }

    Optional<Selection> select(TokenBudget budget) {
        context.checkDeadline();
        if (entries.count() > 0) {
            vital.set(0);
            vital.set(entries.count() - 1);
        }
        for (int kind = 0; kind < kinds.count(); kind++) {
            judge(kind);
        }
        besideErrors();
        nearQuery();
        context.checkDeadline();
        BitSet chosen = SegmentSelector.choose(new Candidates(scores, costs(), vital), limit(budget));
        return new SelectionPrinter(log, entries, kinds, context).print(chosen, leaders);
    }

    private void judge(int kind) {
        int[] members = kinds.members(kind);
        Severity severity = entries.severity(members[0]);
        int last = members[members.length - 1];
        leaders.set(members[0]);
        if (severity == Severity.ERROR || severity == Severity.WARNING) {
            vital.set(members[0]);
        }
        if (severity == Severity.ERROR) {
            vital.set(last);
        }
        if (severity.compareTo(Severity.SUSPICIOUS) >= 0) {
            for (int start : Bursts.starts(positions(members))) {
                leaders.set(members[start]);
                if (severity == Severity.ERROR) {
                    vital.set(members[start]);
                } else {
                    scores[members[start]] = 0.8;
                }
            }
        }
        scores[members[0]] += LineValue.of(entryText(members[0]), severity, members.length);
        if (members.length > 1) {
            scores[last] += scores[members[0]] / 8;
        }
        for (int i = 1; i < Math.min(3, members.length); i++) {
            scores[members[i]] += members.length <= 3 ? scores[members[0]] / 2 : 0;
        }
    }

    /** Times, if all entries have them in one layout and in order, else line numbers. */
    private long[] positions(int[] members) {
        long[] positions = new long[members.length];
        int layout = log.layoutOf(entries.start(members[0]));
        boolean timed = layout >= 0;
        for (int i = 0; i < members.length; i++) {
            int line = entries.start(members[i]);
            positions[i] = log.time(line);
            timed &= log.layoutOf(line) == layout && (i == 0 || positions[i] >= positions[i - 1]);
        }
        for (int i = 0; !timed && i < members.length; i++) {
            positions[i] = entries.start(members[i]);
        }
        return positions;
    }

    private void besideErrors() {
        for (int kind = 0; kind < kinds.count(); kind++) {
            int first = kinds.members(kind)[0];
            if (entries.severity(first) == Severity.ERROR) {
                if (first > 0) {
                    scores[first - 1] += 0.3;
                }
                if (first + 1 < entries.count()) {
                    scores[first + 1] += 0.2;
                }
            }
        }
    }

    private void nearQuery() {
        QueryRelevance relevance = QueryRelevance.to(context.query());
        if (!relevance.isPresent()) {
            return;
        }
        int[] named = relevance.naming(texts(entries.count(), i -> i));
        for (int i = 0; i < named.length && i < MAX_NAMED; i++) {
            vital.set(named[i]);
        }
        // Only the first of a kind, or the query would fill the page with one kind's lines.
        IntUnaryOperator firstOf = kind -> kinds.members(kind)[0];
        double[] near = relevance.score(texts(kinds.count(), firstOf));
        double most = Arrays.stream(near).max().orElse(0);
        for (int kind = 0; kind < near.length && most > 0; kind++) {
            scores[firstOf.applyAsInt(kind)] += near[kind] / most;
        }
    }

    /** The texts of some entries, made when asked for. */
    private List<String> texts(int count, IntUnaryOperator entry) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return entryText(entry.applyAsInt(index));
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    private String entryText(int entry) {
        int start = log.lines().start(entries.start(entry));
        int end = log.lines().end(entries.end(entry) - 1);
        return log.lines().text().substring(start, Math.min(end, start + MAX_QUERIED_CHARS));
    }

    private int[] costs() {
        int[] costs = new int[entries.count()];
        for (int i = 0; i < costs.length; i++) {
            if (vital.get(i) || scores[i] > 0) {
                costs[i] = LINE_NUMBER + context.counter().count(entryText(i));
            }
        }
        return costs;
    }

    /** Without a budget: so much of the text as its lines are unlike each other. */
    private TokenBudget limit(TokenBudget budget) {
        if (budget.bounded()) {
            return budget;
        }
        int rare = 0;
        for (int kind = 0; kind < kinds.count(); kind++) {
            rare += kinds.members(kind).length <= 2 ? kinds.members(kind).length : 0;
        }
        double unlike = (double) rare / Math.max(1, entries.count());
        int total = context.counter().count(log.lines().text());
        return TokenBudget.tokens(Math.max(300, (int) (total * (0.045 + 0.12 * unlike))));
    }
}
