package io.github.headroom4j.compressor.diff;

import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.diff.HunkView.Shown;
import java.util.BitSet;
import java.util.List;

/**
 * Prints what is shown of the hunks of a file, each piece under its line in the new file and, where it changes, its
 * enclosing declaration. Not thread-safe.
 */
final class HunkPrinter {

    /** As much of a declaration as git shows in a header. Characters. */
    private static final int MAX_DECLARATION = 80;

    private final List<String> lines;
    private final DiffWriter writer;
    private final int firstLine;
    private String declaration = "";

    HunkPrinter(List<String> lines, DiffWriter writer, int firstLine) {
        this.lines = lines;
        this.writer = writer;
        this.firstLine = firstLine;
    }

    /** Prints a hunk, and tells how many of its lines. */
    int print(Hunk hunk, Shown shown) {
        HunkCursor cursor = new HunkCursor(hunk, lines);
        Enclosing enclosing = new Enclosing(hunk, lines);
        BitSet any = (BitSet) shown.lines().clone();
        any.or(shown.folded());
        for (int at = any.nextSetBit(0); at >= 0; at = any.nextSetBit(at)) {
            boolean folded = shown.folded().get(at);
            BitSet kind = folded ? shown.folded() : shown.lines();
            int end = kind.nextClearBit(at);
            if (folded) {
                fold(at, end);
            } else {
                cursor.skipTo(at);
                HunkHeader header = cursor.take(end, tail(enclosing.of(at, end), shown));
                writer.hunk(header.render(), header, lines.subList(at, end));
            }
            at = end;
        }
        return shown.lines().cardinality();
    }

    private void fold(int from, int to) {
        Tally tally = Tally.of(lines.subList(from, to));
        String note = Elision.lines(firstLine + from, firstLine + to - 1);
        writer.line(note + " white space only +" + tally.added() + " -" + tally.removed());
    }

    private String tail(Enclosing.Declaration enclosing, Shown shown) {
        if (enclosing.line() >= 0 && shown.lines().get(enclosing.line())) {
            declaration = enclosing.text();
            return "";
        }
        String text = enclosing.text();
        boolean same = text.isEmpty() || text.equals(declaration);
        if (same) {
            return "";
        }
        declaration = text;
        return ' ' + (text.length() > MAX_DECLARATION ? text.substring(0, MAX_DECLARATION) : text);
    }
}
