package io.github.headroom4j.token;

/**
 * Splits text into the pieces that the {@code o200k} pattern splits it into, character by character: matching the pattern as a
 * regular expression takes longer than all else in counting. Knows ASCII, and of other alphabets letters that have two cases
 * and signs.
 *
 * <p>The pattern's alternatives in order, for these: a word, led by at most one character that is neither letter, digit nor line
 * end, of capitals and then small letters, with a contraction such as {@code 's}; up to three digits; signs, led by at most
 * one blank and followed by line ends and slashes; blanks up to their last line end; blanks without the last one before
 * something else; a blank.
 */
final class O200kPieces {

    /** A piece that ends in, or may go on with, a character that this class does not know. */
    static final int FOREIGN = -1;

    private static final int MAX_DIGITS = 3;

    private enum Kind {
        SMALL,
        CAPITAL,
        DIGIT,
        SIGN,
        SPACE,
        BLANK,
        LINE_END,
        OTHER,
        END
    }

    private static final Kind[] KINDS = new Kind[128];

    static {
        for (char c = 0; c < KINDS.length; c++) {
            KINDS[c] = kindOf(c);
        }
    }

    private final String text;
    private final int to;

    /** Splits a text of which nothing after {@code to} is looked at. */
    O200kPieces(String text, int to) {
        this.text = text;
        this.to = to;
    }

    private static Kind kindOf(char c) {
        if (c >= 'a' && c <= 'z') {
            return Kind.SMALL;
        }
        if (c >= 'A' && c <= 'Z') {
            return Kind.CAPITAL;
        }
        if (c >= '0' && c <= '9') {
            return Kind.DIGIT;
        }
        return switch (c) {
            case ' ' -> Kind.SPACE;
            case '\t', '\f', 0x0B -> Kind.BLANK;
            case '\r', '\n' -> Kind.LINE_END;
            default -> Kind.SIGN;
        };
    }

    /** Where the piece that starts at {@code from} ends, or {@link #FOREIGN}. */
    int end(int from) {
        Kind next = kind(from + 1);
        return switch (kind(from)) {
            case SMALL, CAPITAL -> wordEnd(from);
            case DIGIT -> digitsEnd(from);
            case SIGN -> isLetter(next) ? wordEnd(from + 1) : signsEnd(from);
            case SPACE -> isLetter(next) ? wordEnd(from + 1) : next == Kind.SIGN ? signsEnd(from + 1) : blanksEnd(from);
            case BLANK -> isLetter(next) ? wordEnd(from + 1) : blanksEnd(from);
            case LINE_END -> blanksEnd(from);
            case OTHER, END -> FOREIGN;
        };
    }

    private int wordEnd(int from) {
        int end = from;
        while (kind(end) == Kind.CAPITAL) {
            end++;
        }
        while (kind(end) == Kind.SMALL) {
            end++;
        }
        if (kind(end) == Kind.OTHER) {
            return FOREIGN;
        }
        return end < to && text.charAt(end) == '\'' ? contractionEnd(end) : end;
    }

    private int contractionEnd(int apostrophe) {
        Kind first = kind(apostrophe + 1);
        // The pattern ignores case there, and some letters outside ASCII are other cases of letters in it.
        if (first == Kind.OTHER || (first != Kind.END && text.charAt(apostrophe + 1) >= KINDS.length)) {
            return FOREIGN;
        }
        if (!isLetter(first)) {
            return apostrophe;
        }
        int one = text.charAt(apostrophe + 1) | 0x20;
        if (one == 's' || one == 't' || one == 'm' || one == 'd') {
            return apostrophe + 2;
        }
        int two = isLetter(kind(apostrophe + 2)) ? text.charAt(apostrophe + 2) | 0x20 : 0;
        boolean isLong = ((one == 'r' || one == 'v') && two == 'e') || (one == 'l' && two == 'l');
        return isLong ? apostrophe + 3 : apostrophe;
    }

    private int digitsEnd(int from) {
        int end = from + 1;
        while (end - from < MAX_DIGITS && kind(end) == Kind.DIGIT) {
            end++;
        }
        return end - from < MAX_DIGITS && kind(end) == Kind.OTHER ? FOREIGN : end;
    }

    private int signsEnd(int from) {
        int end = from;
        while (kind(end) == Kind.SIGN) {
            end++;
        }
        if (kind(end) == Kind.OTHER) {
            return FOREIGN;
        }
        while (kind(end) == Kind.LINE_END || (end < to && text.charAt(end) == '/')) {
            end++;
        }
        return end;
    }

    private int blanksEnd(int from) {
        int end = from;
        int afterLineEnd = -1;
        Kind kind = kind(end);
        while (kind == Kind.SPACE || kind == Kind.BLANK || kind == Kind.LINE_END) {
            end++;
            afterLineEnd = kind == Kind.LINE_END ? end : afterLineEnd;
            kind = kind(end);
        }
        if (kind == Kind.OTHER) {
            return FOREIGN;
        }
        if (afterLineEnd >= 0) {
            return afterLineEnd;
        }
        return kind == Kind.END || end - from == 1 ? end : end - 1;
    }

    private Kind kind(int at) {
        if (at >= to) {
            return Kind.END;
        }
        char c = text.charAt(at);
        return c < KINDS.length ? KINDS[c] : foreign(c);
    }

    /** Letters with small and capital forms and common signs. The pattern takes others, such as marks, for more than one kind. */
    private static Kind foreign(char c) {
        return switch (Character.getType(c)) {
            case Character.LOWERCASE_LETTER -> Kind.SMALL;
            case Character.UPPERCASE_LETTER -> Kind.CAPITAL;
            case Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.OTHER_SYMBOL -> Kind.SIGN;
            default -> Kind.OTHER;
        };
    }

    private static boolean isLetter(Kind kind) {
        return kind == Kind.SMALL || kind == Kind.CAPITAL;
    }
}
