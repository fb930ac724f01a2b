package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.Pace;
import java.util.Arrays;

/** The offsets of a text's lines. */
final class TextLines {

    private final String text;
    private final int[] starts;
    private final Pace pace;

    TextLines(String text, Pace pace) {
        this.text = text;
        this.pace = pace;
        int[] found = new int[64];
        int count = text.isEmpty() ? 0 : 1;
        for (int at = text.indexOf('\n'); at >= 0 && at + 1 < text.length(); at = text.indexOf('\n', at + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = at + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    /** Steps as lines are read. */
    Pace pace() {
        return pace;
    }

    int count() {
        return starts.length;
    }

    int start(int line) {
        return starts[line];
    }

    /** Where the next line starts, or the text ends. */
    int next(int line) {
        return line + 1 < starts.length ? starts[line + 1] : text.length();
    }

    /** Where the line's last character that is not blank ends; its start for a blank line. */
    int end(int line) {
        pace.step();
        int end = next(line);
        while (end > starts[line] && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return end;
    }

    boolean isBlank(int line) {
        return end(line) == starts[line];
    }

    /** The first character that is not blank, or the end of a blank line. */
    int indented(int line) {
        int end = end(line);
        int at = starts[line];
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    int indent(int line) {
        return indented(line) - starts[line];
    }

    /** The line without blanks at its ends. */
    String stripped(int line) {
        return text.substring(indented(line), end(line));
    }

    int length(int line) {
        return end(line) - starts[line];
    }

    /** The line that holds an offset. */
    int at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
