package io.github.headroom4j.original;

import java.util.Arrays;

/**
 * Where the lines of a text start. A line ends with its line feed, a carriage return before it belongs to the line; text
 * after the last line feed is one more line. Immutable.
 */
final class LineIndex {

    private final int[] starts;
    private final int length;

    LineIndex(String text) {
        int[] found = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0 && at + 1 < text.length(); at = text.indexOf('\n', at + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = at + 1;
        }
        starts = Arrays.copyOf(found, count);
        length = text.length();
    }

    int count() {
        return starts.length;
    }

    /** Index of the first character of a line, counted from 1. */
    int start(int line) {
        return starts[line - 1];
    }

    /** Index after the last character of a line, its line feed included. */
    int end(int line) {
        return line == starts.length ? length : starts[line];
    }

    /** The line, from 1, that holds a character. */
    int lineAt(int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** A position in the notation of {@link Range}: the line if it starts there, else the line and the character in it. */
    String position(int index) {
        int line = lineAt(index);
        int column = index - start(line);
        return column == 0 ? String.valueOf(line) : line + "@" + column;
    }
}
