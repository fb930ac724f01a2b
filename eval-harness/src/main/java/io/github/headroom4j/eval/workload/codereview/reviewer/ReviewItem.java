package io.github.headroom4j.eval.workload.codereview.reviewer;

import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;

/** Items of answers and gold sets: {@code src/Foo.java:12 off-by-one}. Stateless. */
public final class ReviewItem {

    /** Lines that an answer may be off, as reviewers' comments are. */
    private static final int TOLERANCE = 3;

    private ReviewItem() {}

    /**
     * Writes an item.
     *
     * @param category what is wrong
     * @param path the file
     * @param line the line, from 1
     * @return the item
     */
    public static String of(DefectCategory category, String path, int line) {
        return path + ":" + line + " " + category.label();
    }

    /**
     * Whether two items mean the same defect.
     *
     * @param gold an item
     * @param answered another one, of any form
     * @return whether file and category are the same and the lines are at most 3 apart
     */
    public static boolean matches(String gold, String answered) {
        int goldLine = line(gold);
        int answeredLine = line(answered);
        return goldLine > 0
                && answeredLine > 0
                && Math.abs(goldLine - answeredLine) <= TOLERANCE
                && withoutLine(gold).equals(withoutLine(answered));
    }

    private static int line(String item) {
        int colon = item.lastIndexOf(':');
        int space = item.indexOf(' ', colon + 1);
        String digits = colon < 0 || space < 0 ? "" : item.substring(colon + 1, space);
        boolean number =
                !digits.isEmpty() && digits.length() < 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : -1;
    }

    private static String withoutLine(String item) {
        int colon = item.lastIndexOf(':');
        return item.substring(0, colon) + item.substring(item.indexOf(' ', colon));
    }
}
