package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.template.Lines;
import io.github.headroom4j.compressor.template.LogText;
import io.github.headroom4j.compressor.template.TraceLine;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Scores entries by how much they surprise: the rarer their kind, the fewer rare ones around them (start-up is all rare,
 * and tells little), the first of their kind or of a burst of it; and more if they speak of a change of state, stand
 * near the start of trouble, or near what the query asks for.
 */
final class EntryScores {

    /** Characters of an entry that are compared with the query. */
    static final int MAX_QUERIED_CHARS = 400;

    /** Entries that the query names and that are shown for that; more are a kind, not a record. */
    private static final int MAX_NAMED = 40;

    /** What it is worth that something changed: more than that a kind is rare. */
    private static final double CHANGE = 1;

    /** What it is worth that a harmless level goes with words of trouble. */
    private static final double TROUBLE = 1;

    /**
     * Kinds of errors, and as many of warnings, that are shown whatever they cost, the earliest ones; further ones compete
     * by score, and {@link HiddenKinds} says where those start that lose. No system fails in so many ways: such a log
     * consists of errors, and all of them are no selection. Counted apart, so that no flood of warnings hides an error.
     */
    private static final int MAX_VITAL_KINDS = 500;

    /** A kind with at most so many entries is rare. */
    private static final int RARE = 3;

    /** How far around an entry rare ones are counted, and how far the start of trouble reaches, in entries. */
    private static final int NEIGHBOURHOOD = 15;

    private final LogText log;
    private final LogEntries entries;
    private final EntryKinds kinds;
    private final Changes changes;
    private final LineValue lineValue;
    private final double[] scores;
    private int vitalErrors;
    private int vitalWarnings;
    private final BitSet vital = new BitSet();
    /** Entries whose lines tell how many alike follow. */
    private final BitSet leaders = new BitSet();
    /** Firsts and starts of bursts of warnings and errors. */
    private final BitSet trouble = new BitSet();

    EntryScores(LogText log, EntryKinds kinds, Changes changes) {
        this.log = log;
        this.entries = kinds.entries();
        this.kinds = kinds;
        this.changes = changes;
        lineValue = new LineValue(log.lines().pace());
        scores = new double[entries.count()];
    }

    double[] scores() {
        return scores;
    }

    BitSet vital() {
        return vital;
    }

    BitSet leaders() {
        return leaders;
    }

    /** How much of each line of an entry is shown, in characters: much where something went wrong or was asked for. */
    int maxChars(int entry) {
        boolean aside = !vital.get(entry) && entries.severity(entry).compareTo(Severity.INFO) <= 0;
        return aside ? SelectionPrinter.MAX_ASIDE_CHARS : SelectionPrinter.MAX_SHOWN_CHARS;
    }

    void judge(CompressionContext context) {
        if (entries.count() > 0) {
            vital.set(0);
            vital.set(entries.count() - 1);
        }
        for (int kind = 0; kind < kinds.count(); kind++) {
            judge(kind);
            passOverRepeats(kinds.members(kind));
        }
        int[] rareBefore = rareBefore();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0) {
                scores[i] *= isolation(i, rareBefore) * (isNearTrouble(i) ? 1.4 : 1);
            }
        }
        nearTime(QueryTimes.of(context.query()));
        nearQuery(QueryRelevance.to(context));
    }

    private void judge(int kind) {
        int[] members = kinds.members(kind);
        Severity severity = entries.severity(members[0]);
        int last = members[members.length - 1];
        double value = lineValue.of(firstLine(members[0]), severity, commonness(kind));
        int[] bursts = Bursts.starts(positions(members));
        for (int start : bursts) {
            leaders.set(members[start]);
            // Words may deceive, so what speaks of trouble is not vital; but it comes before all that does not.
            double suspect = severity == Severity.SUSPICIOUS ? TROUBLE : 0;
            scores[members[start]] = suspect + (start == 0 ? value : value * 0.9);
            if (severity.compareTo(Severity.WARNING) >= 0) {
                trouble.set(members[start]);
            }
            if (isVital(severity, start)) {
                vital.set(members[start]);
            }
        }
        vitalErrors += severity == Severity.ERROR ? 1 : 0;
        vitalWarnings += severity == Severity.WARNING ? 1 : 0;
        if (severity == Severity.ERROR && members.length > 2) {
            vital.set(last);
        }
        boolean bad = severity.compareTo(Severity.WARNING) >= 0;
        for (int i = 1; i < members.length; i++) {
            if (changes.entries().get(members[i])) {
                leaders.set(members[i]);
                scores[members[i]] = value + CHANGE;
            } else if (members.length <= RARE) {
                scores[members[i]] = Math.max(scores[members[i]], bad ? value * 0.8 : value / 2);
            }
        }
        // Up to which line the harmless go on is told beside their first.
        if (severity.compareTo(Severity.SUSPICIOUS) >= 0) {
            scores[last] = Math.max(scores[last], value / 6);
        }
    }

    /**
     * Of a trace without a time whose kind was seen, only the first line would be shown: if that is the first one's again,
     * it says nothing that the first one's count does not.
     */
    private void passOverRepeats(int[] members) {
        Lines lines = log.lines();
        int first = entries.start(members[0]);
        if (members.length == 1 || log.hasTime(first) || !isTrace(members[0])) {
            return;
        }
        for (int i = 1; i < members.length; i++) {
            int start = entries.start(members[i]);
            if (!log.hasTime(start)
                    && !changes.entries().get(members[i])
                    && lines.get(first).equals(lines.get(start))) {
                vital.clear(members[i]);
                leaders.clear(members[i]);
                scores[members[i]] = 0;
            }
        }
    }

    private boolean isTrace(int entry) {
        return entries.traceLine(entries.start(entry)) == TraceLine.HEADING
                || !entries.headings(entry).isEmpty();
    }

    private boolean isVital(Severity severity, int burst) {
        return switch (severity) {
            case ERROR -> vitalErrors < MAX_VITAL_KINDS;
            case WARNING -> vitalWarnings < MAX_VITAL_KINDS && burst == 0;
            default -> false;
        };
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

    /** The number of entries of a kind, and as much again of its family. */
    private double commonness(int kind) {
        int size = kinds.members(kind).length;
        return Math.sqrt((double) size * Math.max(size, kinds.family(kind)));
    }

    private int[] rareBefore() {
        int[] rareBefore = new int[entries.count() + 1];
        for (int i = 0; i < entries.count(); i++) {
            boolean rare = commonness(kinds.kindOf(i)) <= RARE;
            rareBefore[i + 1] = rareBefore[i] + (rare ? 1 : 0);
        }
        return rareBefore;
    }

    /** 1 for a rare entry after ordinary ones, less where all around are rare: what begins a wave tells most of it. */
    private static double isolation(int entry, int[] rareBefore) {
        int from = Math.max(0, entry - NEIGHBOURHOOD);
        int to = Math.min(rareBefore.length - 1, entry + NEIGHBOURHOOD + 1);
        double before = (double) (rareBefore[entry] - rareBefore[from]) / Math.max(1, entry - from);
        double after = (double) (rareBefore[to] - rareBefore[entry]) / (to - entry);
        // Nothing before the first entry is known to be ordinary.
        double density = entry < NEIGHBOURHOOD ? Math.max(before, after) : 0.75 * before + 0.25 * after;
        return 1 / (1 + 3 * density);
    }

    private boolean isNearTrouble(int entry) {
        int next = trouble.nextSetBit(Math.max(0, entry - NEIGHBOURHOOD));
        return next >= 0 && next <= entry + NEIGHBOURHOOD;
    }

    private void nearTime(QueryTimes times) {
        for (int i = 0; times.isPresent() && i < scores.length; i++) {
            int line = entries.start(i);
            if (scores[i] > 0 && log.hasTime(line)) {
                scores[i] *= times.isNear(log.secondsOfDay(line)) ? 1.6 : 1;
            }
        }
    }

    private void nearQuery(QueryRelevance relevance) {
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
            scores[firstOf.applyAsInt(kind)] += 0.5 * near[kind] / most;
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

    private String firstLine(int entry) {
        int line = entries.start(entry);
        int from = log.hasTime(line) ? log.timeEnd(line) : log.lines().start(line);
        int to = Math.max(from, Math.min(log.lines().end(line), log.lines().start(line) + MAX_QUERIED_CHARS));
        return log.lines().text().substring(from, to);
    }

    private String entryText(int entry) {
        int start = log.lines().start(entries.start(entry));
        int end = log.lines().end(entries.end(entry) - 1);
        return log.lines().text().substring(start, Math.min(end, start + MAX_QUERIED_CHARS));
    }
}
