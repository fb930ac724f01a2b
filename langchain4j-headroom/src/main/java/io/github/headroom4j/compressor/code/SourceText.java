package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.Pace;
import java.util.Arrays;

/** A source file with the offsets of its lines. */
final class SourceText {

    private final String text;
    private final int[] lineStarts;
    private final Pace pace;

    SourceText(String text) {
        this(text, Pace.unhurried());
    }

    SourceText(String text, Pace pace) {
        this.text = text;
        this.pace = pace;
        int[] starts = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
            }
            pace.step(at + 1 - starts[count - 1]);
            starts[count++] = at + 1;
        }
        // A final line break ends the last line; it does not begin another.
        if (count > 1 && starts[count - 1] == text.length()) {
            count--;
        }
        lineStarts = Arrays.copyOf(starts, count);
    }

    String text() {
        return text;
    }

    /** Steps as lines are read. */
    Pace pace() {
        return pace;
    }

    int lines() {
        return lineStarts.length;
    }

    /** The index of the line, from 0, that holds a character. */
    int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    int start(int line) {
        pace.step();
        return lineStarts[line];
    }

    /** The offset after the line's last character, its line break left out. */
    int end(int line) {
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
        while (end > lineStarts[line] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** The column of the first character that is not white space, or -1 for a blank line; a tab counts as one. */
    int indent(int line) {
        int end = end(line);
        pace.step(end - lineStarts[line]);
        for (int i = start(line); i < end; i++) {
            if (text.charAt(i) > ' ') {
                return i - start(line);
            }
        }
        return -1;
    }

    boolean lineStartsWith(int line, String prefix) {
        int indent = indent(line);
        return indent >= 0 && text.startsWith(prefix, start(line) + indent);
    }

    /** Whether blocks are made by colons and indentation, as in Python. */
    boolean isIndented() {
        int colons = 0;
        int braces = 0;
        for (int line = 0; line < lines(); line++) {
            int end = end(line);
            char last = end > start(line) ? text.charAt(end - 1) : ' ';
            boolean opens = lineStartsWith(line, "def ")
                    || lineStartsWith(line, "class ")
                    || lineStartsWith(line, "async def ");
            colons += opens && last == ':' ? 1 : 0;
            braces += last == '{' ? 1 : 0;
        }
        return colons > braces;
    }
}
