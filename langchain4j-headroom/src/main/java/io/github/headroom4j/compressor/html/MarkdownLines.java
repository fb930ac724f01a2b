package io.github.headroom4j.compressor.html;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.original.LineFeeds;
import java.util.Arrays;

/** Lines of Markdown as they are written, each with the lines of the page that it was made of. Not thread-safe. */
final class MarkdownLines {

    private final StringBuilder text = new StringBuilder();
    private int[] firsts = new int[64];
    private int[] lasts = new int[64];
    private int count;
    private int latest = 1;
    private boolean separated = true;

    /** Adds a line made of lines of the page, counted from 1; 0 if that is not known. */
    void add(String line, int first, int last) {
        if (count == firsts.length) {
            firsts = Arrays.copyOf(firsts, 2 * count);
            lasts = Arrays.copyOf(lasts, 2 * count);
        }
        // Numbers never fall, so that a note that spans several lines of Markdown has a range.
        firsts[count] = Math.max(first > 0 ? first : latest, latest);
        latest = Math.max(latest, last);
        lasts[count++] = latest;
        text.append(line).append('\n');
        separated = line.isEmpty();
    }

    /** Ends a block with one blank line. */
    void separate() {
        if (!separated) {
            add("", latest, latest);
        }
    }

    String text() {
        return text.toString();
    }

    boolean isBlank() {
        return text.toString().isBlank();
    }

    /**
     * For each line the original's numbers of the first and the last line it was made of.
     *
     * @param page the page, whose parser may speak of a line after its last line break
     */
    int[][] numbers(String page, CompressionContext context) {
        int before = context.firstLine() - 1;
        int lines = Math.max(1, LineFeeds.in(page) + (page.endsWith("\n") ? 0 : 1));
        int[][] numbers = {Arrays.copyOf(firsts, count), Arrays.copyOf(lasts, count)};
        for (int[] some : numbers) {
            for (int i = 0; i < some.length; i++) {
                some[i] = Math.min(some[i], lines) + before;
            }
        }
        return numbers;
    }
}
