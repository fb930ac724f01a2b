package io.github.headroom4j.compressor.diff;

import io.github.headroom4j.compressor.diff.HunkHeader.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the header of a hunk as its line in the new file, and restores the rest: the counts from the lines below, the
 * old file's line from what was added and removed above, an enclosing declaration that is the same again from the header
 * before. Writer and decoder pass the same hunks, so they know the same. Not thread-safe.
 */
final class HunkNumbers {

    static final String SIGNS = "@@";
    private static final String SAME = " =";

    /** How many lines more than the old file the new one has so far. */
    private int added;

    private String tail = "";

    /** A file begins. */
    void reset() {
        added = 0;
        tail = "";
    }

    /** A header as it is written: short if all of it can be restored, else as it was. */
    String write(String line, HunkHeader header, Tally tally) {
        boolean same = !header.tail().isEmpty() && header.tail().equals(tail);
        String code = SIGNS + ' ' + header.newSpan().position() + (same ? SAME : header.tail());
        HunkHeader restored = restore(code, tally);
        boolean exact = restored != null && line.equals(restored.render());
        pass(header, tally);
        return exact ? code : line;
    }

    /** The header that a written one stands for, given what is below, or null if it is none. */
    @Nullable
    String read(String code, Tally tally) {
        HunkHeader verbatim = HunkHeader.parse(code);
        HunkHeader header = verbatim == null ? restore(code, tally) : verbatim;
        if (header == null) {
            return null;
        }
        if (header.parents() == 1) {
            pass(header, tally);
        }
        return verbatim == null ? header.render() : code;
    }

    private @Nullable HunkHeader restore(String code, Tally tally) {
        int end = SIGNS.length() + 1;
        while (end < code.length() && HunkHeader.isDigit(code.charAt(end))) {
            end++;
        }
        int position = code.startsWith(SIGNS + ' ') ? HunkHeader.number(code.substring(SIGNS.length() + 1, end)) : -1;
        if (position < 0) {
            return null;
        }
        String rest = code.substring(end);
        Span oldSpan = Span.at(position - added, tally.oldLines());
        return new HunkHeader(List.of(oldSpan, Span.at(position, tally.newLines())), rest.equals(SAME) ? tail : rest);
    }

    private void pass(HunkHeader header, Tally tally) {
        tail = header.tail();
        added = header.newSpan().position() - header.spans().get(0).position() + tally.added() - tally.removed();
    }
}
