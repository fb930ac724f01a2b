package io.github.headroom4j.compressor;

/**
 * The one notation for what is not shown. A note says how much and where, in the numbers that {@code
 * headroom_retrieve} takes.
 */
public final class Elision {

    /** What every note begins with. */
    public static final String MARK = "…";

    private Elision() {}

    /**
     * A note for lines.
     *
     * @param first the original's number of the first line left out
     * @param last the number of the last line left out, not before {@code first}
     * @return for instance {@code … 120 lines (34-153)}
     * @throws IllegalArgumentException if the range is empty
     */
    public static String lines(int first, int last) {
        return note("line", first, last);
    }

    /**
     * A note for array elements or table rows.
     *
     * @param first the index of the first row left out, from 0
     * @param last the index of the last row left out, not before {@code first}
     * @return for instance {@code … 120 rows (34-153)}
     * @throws IllegalArgumentException if the range is empty
     */
    public static String rows(int first, int last) {
        return note("row", first, last);
    }

    /**
     * A note for sentences, which may be a part of a line only.
     *
     * @param count how many sentences are left out, positive
     * @param first the original's number of the line in which the first of them begins
     * @param last the number of the line in which the last of them ends, not before {@code first}
     * @return for instance {@code … 4 sentences (12)} or {@code … 9 sentences (12-16)}
     * @throws IllegalArgumentException if there are none or the range is empty
     */
    public static String sentences(int count, int first, int last) {
        if (last < first || count < 1) {
            throw new IllegalArgumentException(
                    "a note needs sentences and lines, but got " + count + " in " + first + " to " + last);
        }
        String where = first == last ? " (" + first + ")" : " (" + first + "-" + last + ")";
        return "… " + count + (count == 1 ? " sentence" : " sentences") + where;
    }

    private static String note(String unit, int first, int last) {
        if (last < first) {
            throw new IllegalArgumentException("a note needs a range, but got " + first + " to " + last);
        }
        return first == last
                ? MARK + " 1 " + unit + " (" + first + ")"
                : MARK + " " + (last - first + 1) + " " + unit + "s (" + first + "-" + last + ")";
    }
}
