package io.github.headroom4j.compressor.diff;

import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.diff.HunkView.Shown;
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
        int at = hunk.from();
        while (at < hunk.to()) {
            int line = orEnd(shown.lines().nextSetBit(at), hunk);
            int folded = orEnd(shown.folded().nextSetBit(at), hunk);
            if (folded < line) {
                // One note for all changes up to the next line that is shown.
                fold(folded, shown.folded().previousSetBit(line - 1) + 1);
                at = line;
            } else if (line < hunk.to()) {
                at = shown.lines().nextClearBit(line);
                cursor.skipTo(line);
                HunkHeader header = cursor.take(at, tail(enclosing.of(line, at), shown));
                writer.hunk(header.render(), header, lines.subList(line, at));
            } else {
                at = line;
            }
        }
        return shown.lines().cardinality();
    }

    private static int orEnd(int line, Hunk hunk) {
        return line < 0 ? hunk.to() : line;
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
