package io.github.headroom4j.content;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines a detector looks at: the head, the middle and the tail of a text. Kinds often differ between head and body (a
 * banner before a log, a licence before code), so the head alone would mislead. Terminal colours are removed, lines
 * are cut. Between two windows that do not touch stands an empty line. Immutable.
 *
 * <p>Work is bounded: at most {@link #MAX_LOOKED_AT} characters whatever the text's length.
 */
final class TextSample {

    /** Lines per window. 150 lines are several records of every kind, and three windows cover most tool results whole. */
    static final int WINDOW_LINES = 150;

    /** Characters per window, so that long lines do not make the sample large: 80 characters a line. */
    static final int WINDOW_CHARS = 12_000;

    /** Characters of a line that are kept: enough for wide table rows; what marks other kinds stands at the start. */
    static final int LINE_CHARS = 2_000;

    /** Characters searched for the start of a line when a window begins within a long one. */
    static final int LINE_START_SEARCH = 4_000;

    /** Upper bound on the characters read from the text. */
    static final int MAX_LOOKED_AT = 3 * (WINDOW_CHARS + LINE_START_SEARCH);

    private final List<String> lines;
    private final List<String> nonBlank;
    private final int lookedAt;

    private TextSample(List<String> lines, int lookedAt) {
        this.lines = List.copyOf(lines);
        this.nonBlank = lines.stream().filter(line -> !line.isBlank()).toList();
        this.lookedAt = lookedAt;
    }

    /** Takes the sample of a text. */
    static TextSample of(String text) {
        Windows windows = new Windows(text);
        int headEnd = windows.read(0);
        int middle = Math.max(headEnd, windows.lineStart(text.length() / 2 - WINDOW_CHARS / 2));
        int middleEnd = windows.read(middle);
        int tail = Math.max(middleEnd, windows.tailStart());
        windows.read(tail);
        return new TextSample(windows.lines, windows.lookedAt);
    }

    /** A sample of given lines. */
    static TextSample ofLines(List<String> lines) {
        return new TextSample(lines, 0);
    }

    /** All lines in order, without line ends; blank ones included. */
    List<String> lines() {
        return lines;
    }

    /** The lines that are not blank. */
    List<String> nonBlank() {
        return nonBlank;
    }

    /** How many characters of the text were read. */
    int lookedAt() {
        return lookedAt;
    }

    /** Reads windows of lines. */
    private static final class Windows {

        private final String text;
        private final List<String> lines = new ArrayList<>();
        private int lookedAt;
        private int lastEnd;

        Windows(String text) {
            this.text = text;
        }

        /** Reads lines from a line's start; returns where the next unread line starts. */
        int read(int start) {
            if (start > lastEnd) {
                lines.add("");
            }
            int at = start;
            int end = (int) Math.min((long) start + WINDOW_CHARS, text.length());
            for (int count = 0; count < WINDOW_LINES && at < end; count++) {
                int lineEnd = at;
                while (lineEnd < end && text.charAt(lineEnd) != '\n') {
                    lineEnd++;
                }
                lines.add(plain(text, at, Math.min(lineEnd, at + LINE_CHARS)));
                at = lineEnd + 1;
            }
            at = Math.min(at, text.length());
            lookedAt += at - start;
            lastEnd = at;
            return at;
        }

        /** The start of the first line at or after an index, or the index itself within a very long line. */
        int lineStart(int from) {
            if (from <= 0) {
                return 0;
            }
            int end = Math.min(from + LINE_START_SEARCH, text.length());
            for (int i = from; i < end; i++) {
                lookedAt++;
                if (text.charAt(i - 1) == '\n') {
                    return i;
                }
            }
            return from;
        }

        /** Where the last window starts: as many whole lines as it can hold, counted from the end. */
        int tailStart() {
            int earliest = Math.max(lastEnd, text.length() - WINDOW_CHARS);
            int start = text.length();
            int count = 0;
            int i = text.length() - 1;
            while (i > earliest && count < WINDOW_LINES) {
                if (text.charAt(i - 1) == '\n') {
                    start = i;
                    count++;
                }
                i--;
                lookedAt++;
            }
            return i <= earliest && earliest == lastEnd ? lastEnd : start;
        }
    }

    /** A line without terminal colours and without a carriage return at its end. */
    private static String plain(String text, int start, int end) {
        int last = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
        String whole = text.substring(start, last);
        return whole.indexOf('\u001b') < 0 ? whole : withoutEscapes(whole);
    }

    private static String withoutEscapes(String text) {
        int last = text.length();
        StringBuilder line = new StringBuilder(last);
        int i = 0;
        while (i < last) {
            char c = text.charAt(i);
            if (c == '\u001b') {
                i = afterEscape(text, i + 1, last);
            } else {
                line.append(c);
                i++;
            }
        }
        return line.toString();
    }

    private static int afterEscape(String text, int start, int end) {
        int i = start;
        if (i < end && text.charAt(i) == '[') {
            i++;
            while (i < end && !Ascii.isLetter(text.charAt(i))) {
                i++;
            }
        }
        return Math.min(i + 1, end);
    }
}
