package io.github.headroom4j.content;

/** Character classes of formats that are ASCII by definition, whatever the locale. */
final class Ascii {

    private Ascii() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Whether a character can stand in an identifier of most programming languages. */
    static boolean isWord(char c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }

    /** How many digits stand in a row. */
    static int digits(String line, int start) {
        int at = start;
        while (at < line.length() && isDigit(line.charAt(at))) {
            at++;
        }
        return at - start;
    }

    /** How many spaces and tabs stand in a row. */
    static int blanks(String line, int start) {
        int at = start;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at - start;
    }

    /** The character, or NUL beyond the end. */
    static char at(String line, int index) {
        return index >= 0 && index < line.length() ? line.charAt(index) : '\0';
    }
}
