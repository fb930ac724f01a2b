package io.github.headroom4j.compressor.template;

import io.github.headroom4j.compressor.Pace;

/**
 * A text cut at its line feeds, and only there, so that joining the lines with line feeds gives the text again. A text
 * that ends with a line feed has an empty last line.
 */
public final class Lines {

    private final String text;
    private final int[] starts;
    private final Pace pace;

    private Lines(String text, int[] starts, Pace pace) {
        this.pace = pace;
        this.text = text;
        this.starts = starts;
    }

    /**
     * Cuts a text. Linear.
     *
     * @param text any text
     * @return its lines
     */
    public static Lines of(String text) {
        return of(text, Pace.unhurried());
    }

    static Lines of(String text, Pace pace) {
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            count++;
        }
        int[] starts = new int[count + 1];
        int line = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts[line++] = at + 1;
        }
        starts[count] = text.length() + 1;
        return new Lines(text, starts, pace);
    }

    /** How many lines there are, with the empty one after a final line feed. */
    /**
     * Steps as lines are read.
     *
     * @return what looks at the deadline
     */
    public Pace pace() {
        return pace;
    }

    int count() {
        return starts.length - 1;
    }

    /**
     * How many lines a reader would number: the empty one after a final line feed is none.
     *
     * @return at least 1
     */
    public int numbered() {
        return count() - (count() > 1 && length(count() - 1) == 0 ? 1 : 0);
    }

    /**
     * The text.
     *
     * @return as it was given
     */
    public String text() {
        return text;
    }

    /**
     * Where a line begins.
     *
     * @param line an index
     * @return an index into the text
     */
    public int start(int line) {
        return starts[line];
    }

    /**
     * Where a line ends.
     *
     * @param line an index
     * @return the index of its line feed or of the text's end
     */
    public int end(int line) {
        return starts[line + 1] - 1;
    }

    /**
     * How long a line is.
     *
     * @param line an index
     * @return in characters, without the line feed
     */
    public int length(int line) {
        return end(line) - start(line);
    }

    /**
     * A line.
     *
     * @param line an index
     * @return its text without the line feed
     */
    public String get(int line) {
        pace.step(length(line));
        return text.substring(start(line), end(line));
    }

    /**
     * Whether a line shows nothing.
     *
     * @param line an index
     * @return true if it has only spaces and control characters
     */
    public boolean isBlank(int line) {
        for (int i = start(line); i < end(line); i++) {
            if (text.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    boolean same(int one, int other) {
        pace.step();
        return length(one) == length(other) && text.regionMatches(start(one), text, start(other), length(one));
    }

    /**
     * A hash of a line's text (FNV-1a); lines with one hash need not be the same.
     *
     * @param line an index
     * @return the hash
     */
    public long hash(int line) {
        pace.step(length(line));
        long hash = 0xCBF29CE484222325L;
        for (int i = start(line); i < end(line); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    /**
     * Whether a line begins with a text.
     *
     * @param line an index
     * @param prefix a text
     * @return whether it does
     */
    public boolean startsWith(int line, String prefix) {
        return prefix.length() <= length(line) && text.startsWith(prefix, start(line));
    }
}
