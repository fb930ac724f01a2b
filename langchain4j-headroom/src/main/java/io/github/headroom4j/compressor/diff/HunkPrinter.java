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
        List<String> body = hunk.body(lines);
        HunkCursor cursor = new HunkCursor(hunk, body);
        Enclosing enclosing = new Enclosing(hunk, body);
        int at = 0;
        while (at < body.size()) {
            int line = orEnd(shown.lines().nextSetBit(at), body);
            int folded = orEnd(shown.folded().nextSetBit(at), body);
            if (folded < line) {
                // One note for all changes up to the next line that is shown.
                fold(hunk.from() + folded, hunk.from() + shown.folded().previousSetBit(line - 1) + 1);
                at = line;
            } else if (line < body.size()) {
                at = shown.lines().nextClearBit(line);
                cursor.skipTo(line);
                HunkHeader header = cursor.take(at, tail(enclosing.of(line, at), shown));
                writer.hunk(header.render(), header, body.subList(line, at));
            } else {
                at = line;
            }
        }
        return shown.lines().cardinality();
    }

    private static int orEnd(int line, List<String> body) {
        return line < 0 ? body.size() : line;
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
