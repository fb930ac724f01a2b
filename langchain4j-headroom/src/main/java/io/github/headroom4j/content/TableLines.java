package io.github.headroom4j.content;

/** Lines of tables that are drawn with characters: rows between bars, rules between rows. Stateless; linear in the line. */
public final class TableLines {

    /** What bars are made of. */
    public static final String BARS = "|│┃║";

    /** What rules are made of between their joints. */
    public static final String FILLS = "-=─━═╌┄";

    private static final String RULE_CHARACTERS = "+-=|: \t";

    private TableLines() {}

    /**
     * Whether a line has bars, so that it can be a row.
     *
     * @param line a line without its end
     * @return whether there is a bar in it
     */
    public static boolean isRow(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (isBar(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Most characters are told by a comparison, since the only bar among the small ones is the first. */
    private static boolean isBar(char c) {
        return c == BARS.charAt(0) || (c > '~' && BARS.indexOf(c) >= 0);
    }

    /**
     * Whether a line is nothing but a rule with joints or ends, such as {@code ---+---}, {@code |:--|--:|} or {@code ├──┤}.
     *
     * @param line a line without its end
     * @return whether it is one
     */
    public static boolean isRule(String line) {
        int fills = 0;
        int joints = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean fill = FILLS.indexOf(c) >= 0;
            if (!fill && RULE_CHARACTERS.indexOf(c) < 0 && !isBoxDrawing(c)) {
                return false;
            }
            fills += fill ? 1 : 0;
            joints += isJoint(c) ? 1 : 0;
        }
        return fills > 0 && joints > 0;
    }

    /**
     * Whether a character of a rule is where the bars between cells meet it, or one of its ends.
     *
     * @param c a character of a rule
     * @return whether it is neither a stroke nor a blank nor a mark of alignment
     */
    public static boolean isJoint(char c) {
        return FILLS.indexOf(c) < 0 && " \t:".indexOf(c) < 0;
    }

    private static boolean isBoxDrawing(char c) {
        return c >= '\u2500' && c <= '\u257F';
    }

    /** Whether a rule parts as many columns as a row of titles has, as it does under titles. */
    static boolean isUnder(String rule, String titles) {
        int joints = 0;
        for (int i = 1; i + 1 < rule.length(); i++) {
            joints += isJoint(rule.charAt(i)) ? 1 : 0;
        }
        String row = titles.strip();
        int bars = 0;
        for (int i = 1; i + 1 < row.length(); i++) {
            bars += isBar(row.charAt(i)) ? 1 : 0;
        }
        return joints == bars;
    }
}
