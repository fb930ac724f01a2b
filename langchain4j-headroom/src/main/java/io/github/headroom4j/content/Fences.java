package io.github.headroom4j.content;

import java.util.Locale;

/** Lines that open or close fenced blocks, by CommonMark: three or more backticks or tildes, indented by at most three. */
final class Fences {

    private static final int MIN_LENGTH = 3;
    private static final int MAX_INDENT = 3;

    private Fences() {}

    /** Whether a line is a fence. */
    static boolean isFence(String line) {
        return length(line) > 0;
    }

    /** Whether a line of tildes underlines the heading before it, as in reStructuredText. */
    static boolean underlines(String before, String line) {
        String marks = line.strip();
        int heading = before.strip().length();
        return heading > 0 && marks.length() >= heading && marks.chars().allMatch(c -> c == '~');
    }

    /** The number of fence characters, or 0 if the line is no fence. */
    static int length(String line) {
        int indent = Ascii.blanks(line, 0);
        char mark = Ascii.at(line, indent);
        if (indent > MAX_INDENT || (mark != '`' && mark != '~')) {
            return 0;
        }
        int end = indent;
        while (Ascii.at(line, end) == mark) {
            end++;
        }
        boolean span = mark == '`' && line.indexOf('`', end) >= 0;
        return end - indent >= MIN_LENGTH && !span ? end - indent : 0;
    }

    /** Whether a line closes the block that another opened. */
    static boolean closes(String line, String opening) {
        String closing = line.strip();
        return length(line) >= length(opening)
                && closing.charAt(0) == opening.strip().charAt(0)
                && closing.length() == length(line);
    }

    /** The first word after an opening fence in lower case; empty if there is none. */
    static String language(String opening) {
        String info = opening.strip().substring(length(opening)).strip();
        int end = 0;
        while (end < info.length() && (Ascii.isWord(info.charAt(end)) || "+#-".indexOf(info.charAt(end)) >= 0)) {
            end++;
        }
        return info.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
