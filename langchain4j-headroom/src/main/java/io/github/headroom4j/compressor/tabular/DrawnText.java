package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.content.TableLines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a drawn table: titles, rows, and the rules between them. Immutable. */
final class DrawnText {

    /** Lines that titles may take. */
    private static final int MAX_TITLE_LINES = 4;

    private final String text;
    private final int[] starts;
    private final Pace pace;
    private final int top;
    private final int head;
    private final int end;

    /** A text, where its lines start, and what makes steps as they are read. */
    private static final class Cut {
        private final String text;
        private final int[] starts;
        private final Pace pace;

        Cut(String text, Pace pace) {
            this.text = text;
            this.pace = pace;
            starts = starts(text);
        }
    }

    private DrawnText(Cut cut, int top, int head, int end) {
        this.text = cut.text;
        this.starts = cut.starts;
        this.pace = cut.pace;
        this.top = top;
        this.head = head;
        this.end = end;
    }

    /** Finds the table in a text with little around it; null if there is none. */
    static @Nullable DrawnText find(String text, Pace pace) {
        Cut cut = new Cut(text, pace);
        DrawnText all = new DrawnText(cut, 0, 0, cut.starts.length - 1);
        for (int line = 0; line <= TableText.MAX_LINES_AROUND && line < all.end; line++) {
            int head = all.headOf(line);
            if (head >= 0) {
                int end = head + 1;
                while (end < all.end && all.belongs(end)) {
                    end++;
                }
                return all.end - end <= TableText.MAX_LINES_AROUND ? new DrawnText(cut, line, head, end) : null;
            }
        }
        return null;
    }

    private static int[] starts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts.add(at + 1);
        }
        if (starts.get(starts.size() - 1) < text.length()) {
            starts.add(text.length());
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The line of the rule under the titles of a table that starts at a line, or -1. */
    private int headOf(int line) {
        boolean border = looksLikeRule(line);
        int first = line + (border ? 1 : 0);
        int at = first;
        while (at < end && at - first < MAX_TITLE_LINES && !looksLikeRule(at) && TableLines.isRow(line(at))) {
            at++;
        }
        boolean titled = border ? at > first : at == first + 1;
        return titled && at < end && looksLikeRule(at) ? at : -1;
    }

    private boolean belongs(int line) {
        return looksLikeRule(line) || TableLines.isRow(line(line));
    }

    private boolean looksLikeRule(int line) {
        return TableLines.isRule(line(line));
    }

    /** Whether a line is a rule as the one under the titles is, or has no bars, rather than a row whose cells are hyphens. */
    boolean isRule(int line) {
        return looksLikeRule(line) && (!TableLines.isRow(line(line)) || isAsHead(line(line)));
    }

    private boolean isAsHead(String one) {
        String other = line(head);
        return one.length() == other.length()
                && one.chars().filter(c -> c == ' ').count()
                        == other.chars().filter(c -> c == ' ').count()
                && Rule.joints(one).size() == Rule.joints(other).size();
    }

    /** A line without its end. */
    String line(int line) {
        int to = starts[line + 1];
        to -= to > starts[line] && text.charAt(to - 1) == '\n' ? 1 : 0;
        to -= to > starts[line] && text.charAt(to - 1) == '\r' ? 1 : 0;
        pace.step(to - starts[line]);
        return text.substring(starts[line], to);
    }

    /** The first line of the table. */
    int top() {
        return top;
    }

    /** The line of the rule under the titles. */
    int head() {
        return head;
    }

    /** The first line of titles. */
    int titles() {
        return looksLikeRule(top) ? top + 1 : top;
    }

    /** The line after the table. */
    int end() {
        return end;
    }

    /** The line after the last row. */
    int endOfRows() {
        int last = end;
        while (last > head + 1 && isRule(last - 1)) {
            last--;
        }
        return last;
    }

    /** Steps as lines are read. */
    Pace pace() {
        return pace;
    }

    String before() {
        return text.substring(0, starts[top]);
    }

    String table() {
        return text.substring(starts[top], starts[end]);
    }

    String after() {
        return text.substring(starts[end]);
    }
}
