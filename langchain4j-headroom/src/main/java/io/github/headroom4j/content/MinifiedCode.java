package io.github.headroom4j.content;

/** Tells a line of minified code from other long lines. */
final class MinifiedCode {

    /** Characters of a line from which it is minified code rather than a long statement. */
    private static final int MIN_LINE = 1_000;

    /** The part of a line that is looked at. */
    private static final int LOOKED_AT = 20_000;

    /** Share of blanks that a line may have; written code has 15 to 25 of 100 characters. */
    private static final double MAX_BLANK = 0.1;

    /** Share of braces, parentheses and semicolons that it must have; paths, URLs and lists have none. */
    private static final double MIN_CODE = 0.05;

    /** Share of double quotes that it may have; JSON has more. */
    private static final double MAX_QUOTES = 0.05;

    private MinifiedCode() {}

    static boolean is(String text, int start, int end) {
        int last = Math.min(end, start + LOOKED_AT);
        int size = last - start;
        if (size < MIN_LINE || text.startsWith("{\"", start) || text.startsWith("[{\"", start)) {
            return false;
        }
        int blanks = 0;
        int code = 0;
        int quotes = 0;
        int letters = 0;
        for (int i = start; i < last; i++) {
            char c = text.charAt(i);
            switch (c) {
                case ' ', '\t' -> blanks++;
                case '{', '}', '(', ')', ';' -> code++;
                case '"' -> quotes++;
                default -> letters += Character.isLetter(c) ? 1 : 0;
            }
        }
        return blanks <= size * MAX_BLANK
                && code >= size * MIN_CODE
                && quotes <= size * MAX_QUOTES
                && letters >= size / 3
                && hasBraces(text, start, last);
    }

    private static boolean hasBraces(String text, int start, int end) {
        int open = 0;
        int close = 0;
        for (int i = start; i < end; i++) {
            open += text.charAt(i) == '{' ? 1 : 0;
            close += text.charAt(i) == '}' ? 1 : 0;
        }
        return open >= 3 && close >= 3;
    }
}
