package io.github.headroom4j.compressor.table;

/** Which words may stand bare in the notation, and how the others are quoted. */
final class Lexis {

    /** Opens an elision note. */
    static final char ELISION = '…';

    /** The cell of a value that is absent although a blank cell would mean something else. */
    static final String ABSENT = "-";

    private static final String NOT_AT_START = "\"[{(@…<#";
    private static final String NOT_NESTED = ",;()[]{}<>\"";
    private static final String NOT_IN_NAME = NOT_NESTED + ":=?\\";

    /** Asked for every character of every value, so looked up rather than searched for. */
    private static final boolean[] NESTED = allowed(NOT_NESTED);

    private static final boolean[] IN_NAME = allowed(NOT_IN_NAME);

    private Lexis() {}

    /** Whether a text can be a cell as it is: not taken for a literal, a blank, a note or a structure. */
    static boolean isBareCell(String text) {
        return isBareFragment(text) && !isLiteral(text) && NOT_AT_START.indexOf(text.charAt(0)) < 0;
    }

    /** Whether a text can be the cell of a column of texts, where numbers need no quotes. */
    static boolean isBareFragment(String text) {
        return isOneWord(text)
                && !"null".equals(text)
                && !ABSENT.equals(text)
                && "\"[{(…".indexOf(text.charAt(0)) < 0
                && text.indexOf('\t') < 0
                && !Anchors.looksLikeMark(text)
                && !Repetitions.looksLikeName(text);
    }

    /** Whether a text can stand bare between brackets and in headers. */
    static boolean isBareNested(String text) {
        return isBareCell(text) && holdsOnly(text, NESTED);
    }

    /** Whether a text can stand bare before a reference. */
    static boolean isBareNestedStart(String text) {
        return isBareNestedPart(text) && NOT_AT_START.indexOf(text.charAt(0)) < 0 && !Anchors.looksLikeMark(text);
    }

    /** Whether a text can stand bare after a reference. */
    static boolean isBareNestedPart(String text) {
        return isOneWord(text) && holdsOnly(text, NESTED);
    }

    static boolean isBareNestedFragment(String text) {
        return isBareFragment(text) && holdsOnly(text, NESTED);
    }

    /** Whether a name can stand bare in headers and before colons. */
    static boolean isBareName(String name) {
        return isOneWord(name)
                && holdsOnly(name, IN_NAME)
                && "@#….".indexOf(name.charAt(0)) < 0
                && !ABSENT.equals(name);
    }

    /** Whether a name can be part of a reference. */
    static boolean isPlainName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '$') {
                return false;
            }
        }
        return !name.isEmpty() && isBareName(name);
    }

    static boolean isLiteral(String text) {
        // Asked for every cell and value, and the first character of most says no.
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case 'n' -> text.equals("null");
            case 't' -> text.equals("true");
            case 'f' -> text.equals("false");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> isNumber(text);
            default -> false;
        };
    }

    /** Whether a text is a number by the grammar of JSON. */
    static boolean isNumber(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int whole = digits(text, at);
        if (whole == at || (text.charAt(at) == '0' && whole > at + 1)) {
            return false;
        }
        at = whole;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        return at == text.length() || isExponent(text, at);
    }

    private static boolean isExponent(String text, int at) {
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        boolean signed = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0;
        int from = at + (signed ? 2 : 1);
        int to = digits(text, from);
        return to > from && to == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean isOneWord(String text) {
        if (text.isEmpty() || isSpace(text.charAt(0)) || isSpace(text.charAt(text.length() - 1))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (needsEscape(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** For each character of ASCII whether it is none of some. */
    private static boolean[] allowed(String forbidden) {
        boolean[] allowed = new boolean[128];
        for (char c = 0; c < allowed.length; c++) {
            allowed[c] = forbidden.indexOf(c) < 0;
        }
        return allowed;
    }

    private static boolean holdsOnly(String text, boolean[] allowed) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < allowed.length && !allowed[c]) {
                return false;
            }
        }
        return true;
    }

    /** Control characters, line separators of any kind and surrogates without a partner. */
    private static boolean needsEscape(String text, int i) {
        char c = text.charAt(i);
        if (c >= ' ' && c < '\u0085') {
            return false;
        }
        if (c < ' ' || c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
            return true;
        }
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    /** Writes a JSON string. */
    static void quote(String text, StringBuilder out) {
        out.append('"');
        appendEscaped(text, out);
        out.append('"');
    }

    /** Writes the inside of a JSON string. */
    static void appendEscaped(String text, StringBuilder out) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        out.append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (needsEscape(text, i)) {
                        unicode(c, out);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 127 && c != '"' && c != '\\';
    }

    static void unicode(char c, StringBuilder out) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 0xF, 16));
        }
    }
}
