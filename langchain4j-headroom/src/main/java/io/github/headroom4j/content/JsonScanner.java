package io.github.headroom4j.content;

/**
 * Finds where a JSON object or array ends, and whether it is valid by RFC 8259, without building anything. Iterative:
 * nesting costs one flag per level. Each character is looked at once. Not thread-safe: one per text and budget.
 */
final class JsonScanner {

    /** Levels of nesting; deeper text is not taken for JSON. Jackson's default limit is 1,000, real documents stay below 50. */
    static final int MAX_DEPTH = 500;

    /** What {@link #endOfContainer} answers for text that is no JSON container. */
    static final int NONE = -1;

    private enum Expect {
        VALUE,
        VALUE_OR_CLOSE,
        KEY,
        KEY_OR_CLOSE,
        COLON,
        COMMA_OR_CLOSE
    }

    private final String text;
    private final ScanBudget budget;
    private final boolean[] inObject = new boolean[MAX_DEPTH];
    private int depth;
    private int at;
    private Expect expect = Expect.VALUE;

    JsonScanner(String text, ScanBudget budget) {
        this.text = text;
        this.budget = budget;
    }

    /**
     * Scans one object or array.
     *
     * @param start where its opening bracket should stand
     * @return the index after its closing bracket, or {@link #NONE} if there is no valid object or array at the start
     */
    int endOfContainer(int start) {
        if (start >= text.length() || (text.charAt(start) != '{' && text.charAt(start) != '[')) {
            return NONE;
        }
        at = start;
        depth = 0;
        expect = Expect.VALUE;
        while (at < text.length() && budget.take()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                at++;
            } else if (!step(c)) {
                return NONE;
            } else if (depth == 0) {
                return at;
            }
        }
        return NONE;
    }

    /**
     * How far the last scan came.
     *
     * @return the index up to which the text can be the beginning of valid JSON
     */
    int reached() {
        return Math.min(at, text.length());
    }

    private boolean step(char c) {
        return switch (c) {
            case '{' -> open(true, Expect.KEY_OR_CLOSE);
            case '[' -> open(false, Expect.VALUE_OR_CLOSE);
            case '}' -> close(true, Expect.KEY_OR_CLOSE);
            case ']' -> close(false, Expect.VALUE_OR_CLOSE);
            case ',' -> comma();
            case ':' -> colon();
            case '"' -> string();
            default -> scalar(c);
        };
    }

    private boolean open(boolean object, Expect next) {
        if (!takesValue() || depth == MAX_DEPTH) {
            return false;
        }
        inObject[depth++] = object;
        expect = next;
        at++;
        return true;
    }

    private boolean close(boolean object, Expect whenEmpty) {
        if (depth == 0 || inObject[depth - 1] != object || (expect != whenEmpty && expect != Expect.COMMA_OR_CLOSE)) {
            return false;
        }
        depth--;
        expect = Expect.COMMA_OR_CLOSE;
        at++;
        return true;
    }

    private boolean comma() {
        if (expect != Expect.COMMA_OR_CLOSE || depth == 0) {
            return false;
        }
        expect = inObject[depth - 1] ? Expect.KEY : Expect.VALUE;
        at++;
        return true;
    }

    private boolean colon() {
        if (expect != Expect.COLON) {
            return false;
        }
        expect = Expect.VALUE;
        at++;
        return true;
    }

    private boolean string() {
        boolean key = expect == Expect.KEY || expect == Expect.KEY_OR_CLOSE;
        if (!key && !takesValue()) {
            return false;
        }
        expect = key ? Expect.COLON : Expect.COMMA_OR_CLOSE;
        at++;
        while (at < text.length() && budget.take()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return true;
            }
            if (c < ' ' || (c == '\\' && !escape())) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at++);
        if (c != 'u') {
            return "\"\\/bfnrt".indexOf(c) >= 0;
        }
        int end = at + 4;
        while (at < end) {
            if (at >= text.length() || !isHex(text.charAt(at))) {
                return false;
            }
            at++;
        }
        return true;
    }

    private boolean scalar(char c) {
        if (!takesValue()) {
            return false;
        }
        expect = Expect.COMMA_OR_CLOSE;
        return switch (c) {
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private boolean word(String word) {
        boolean there = text.startsWith(word, at);
        at += word.length();
        return there;
    }

    private boolean number() {
        accept('-');
        if (!accept('0') && digits() == 0) {
            return false;
        }
        if (accept('.') && digits() == 0) {
            return false;
        }
        if (accept('e') || accept('E')) {
            if (!accept('+')) {
                accept('-');
            }
            return digits() > 0;
        }
        return true;
    }

    private boolean takesValue() {
        return expect == Expect.VALUE || expect == Expect.VALUE_OR_CLOSE;
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private int digits() {
        int start = at;
        while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
            at++;
        }
        budget.spend(at - start);
        return at - start;
    }

    private static boolean isHex(char c) {
        return Ascii.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
