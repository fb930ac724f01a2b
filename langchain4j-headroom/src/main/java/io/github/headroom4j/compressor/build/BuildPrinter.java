package io.github.headroom4j.compressor.build;

import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.Selection;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Prints chosen lines as they were seen, and for each run of others a note: how many, where, and of which kinds. */
final class BuildPrinter {

    /** Lines that are shorter than a note about them, in characters, are shown instead of it. */
    private static final int CHEAPER_THAN_NOTE = 40;

    /** A single one may be a little longer. */
    private static final int CHEAPER_ALONE = 60;

    private final BuildReading reading;
    private final BuildText text;
    private final BuildScores scores;
    private final int offset;
    private final StringBuilder out = new StringBuilder();

    BuildPrinter(BuildReading reading, BuildScores scores, int firstLine) {
        this.reading = reading;
        text = reading.text();
        this.scores = scores;
        offset = firstLine;
    }

    /** Prints, or returns empty if everything would be shown. */
    Optional<Selection> print(BitSet chosen) {
        int at = 0;
        int shown = chosen.cardinality();
        Map<Integer, Integer> ends = scores.groups().ends(chosen);
        while (at < text.count()) {
            int next = chosen.nextSetBit(at);
            next = next < 0 ? text.count() : next;
            if (next > at) {
                skip(at, next);
            }
            if (next < text.count()) {
                show(next, ends);
            }
            at = next + 1;
        }
        BitSet told = (BitSet) chosen.clone();
        told.or(scores.groups().listed());
        out.append(HiddenErrors.note(reading, scores.anchors(), told));
        return shown == text.count()
                ? Optional.empty()
                : Optional.of(Selection.of(out.toString(), shown, text.count()));
    }

    private void show(int piece, Map<Integer, Integer> ends) {
        out.append(text.get(piece)).append('\n');
        if (reading.failureOf(piece) >= 0) {
            scores.groups().tell(reading.failureOf(piece), text.get(piece));
        }
        Integer first = ends.get(piece);
        if (first != null) {
            out.append(scores.groups().others(first));
        }
    }

    private void skip(int from, int to) {
        if (isEmpty(from, to)) {
            out.append('\n');
            return;
        }
        if (isCheap(from, to)) {
            for (int i = from; i < to; i++) {
                out.append(text.get(i)).append('\n');
            }
            return;
        }
        int first = text.lineOf(from);
        first += from > 0 && text.lineOf(from - 1) == first ? 1 : 0;
        int last = text.lineOf(to - 1);
        last -= to < text.count() && text.lineOf(to) == last ? 1 : 0;
        String counts = counts(from, to);
        if (first <= last) {
            out.append(Elision.lines(first + offset, last + offset));
            out.append(counts.isEmpty() ? "" : ": ").append(counts).append('\n');
        } else {
            out.append("… within line ").append(text.lineOf(from) + offset);
            out.append(counts.isEmpty() ? "" : ": ").append(counts).append('\n');
        }
    }

    /** Blank lines and rules part what is around them, and so does one line without anything. */
    private boolean isEmpty(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.kind(i) != LineKind.BLANK && reading.kind(i) != LineKind.RULE) {
                return false;
            }
        }
        return true;
    }

    private boolean isCheap(int from, int to) {
        int chars = 0;
        for (int i = from; i < to && chars <= CHEAPER_ALONE; i++) {
            chars += text.get(i).strip().length() + 1;
        }
        return chars <= CHEAPER_THAN_NOTE || (to - from == 1 && chars <= CHEAPER_ALONE);
    }

    private String counts(int from, int to) {
        Map<LineKind, Integer> counts = new EnumMap<>(LineKind.class);
        int repeats = 0;
        for (int i = from; i < to; i++) {
            if (scores.repeated().get(i)) {
                repeats++;
            } else if (!scores.groups().listed().get(i)
                    && !reading.kind(i).plural().isEmpty()
                    && reading.kind(i) != LineKind.OTHER) {
                counts.merge(reading.kind(i), 1, Integer::sum);
            }
        }
        counts.computeIfPresent(
                LineKind.PROJECT_FRAME, (kind, count) -> counts.containsKey(LineKind.FRAME) ? null : count);
        StringBuilder list = new StringBuilder();
        counts.forEach((kind, count) -> {
            if (kind.compareTo(LineKind.STEP) < 0 || kind.compareTo(LineKind.CAUSE) >= 0) {
                list.append(list.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(kind.plural());
            }
        });
        return repeats == 0 ? list.toString() : list + (list.isEmpty() ? "" : ", ") + repeats + " repeated";
    }
}
