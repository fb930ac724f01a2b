package io.github.headroom4j.original;

/**
 * What part of an original to read; blank components select everything. Immutable.
 *
 * @param lines a range such as {@code 34-153}, {@code 34}, {@code 34-} or {@code -20} (the last twenty), counted from 1;
 *     either end may name a character in its line, counted from 0, as in {@code 34@500-40@17}
 * @param grep a regular expression, or plain text, case ignored
 * @param path a JSON pointer, whose last part may be a range of elements as in {@code /items/34-153}, counted from 0, or
 *     the name of a part, as in {@code Outer.Inner#method}, where names are known
 */
public record Selector(String lines, String grep, String path) {

    /** Selects nothing in particular. */
    public static final Selector NONE = new Selector("", "", "");

    /**
     * Lines.
     *
     * @param lines a range
     * @return a selector
     */
    public static Selector lines(String lines) {
        return new Selector(lines, "", "");
    }

    /**
     * Matching lines.
     *
     * @param grep a regular expression or plain text
     * @return a selector
     */
    public static Selector grep(String grep) {
        return new Selector("", grep, "");
    }

    /**
     * A JSON value or a named part.
     *
     * @param path a JSON pointer or a name
     * @return a selector
     */
    public static Selector path(String path) {
        return new Selector("", "", path);
    }

    /**
     * Whether nothing in particular is selected.
     *
     * @return whether all components are blank
     */
    public boolean isEmpty() {
        return lines.isBlank() && grep.isEmpty() && path.isBlank();
    }
}
