package io.github.headroom4j.token;

/**
 * Splits text into the pieces that the {@code o200k} pattern splits it into, character by character: matching the pattern as a
 * regular expression takes longer than all else in counting.
 *
 * <p>The pattern's alternatives in order: a word, led by at most one character that is neither letter, digit nor line end, of
 * capitals and then small letters, where letters without case and marks are both, with a contraction such as {@code 's}; up to
 * three digits; signs, led by at most one blank and followed by line ends and slashes; blanks up to their last line end;
 * blanks without the last one before something else; a blank.
 */
final class O200kPieces {

    private static final int MAX_DIGITS = 3;

    /** The only control character outside ASCII that is white space. */
    private static final int NEXT_LINE = 0x85;

    private enum Kind {
        SMALL,
        CAPITAL,
        /** A letter without case. */
        LETTER,
        /** What goes with the character before: a letter without case to words, a sign to signs. */
        MARK,
        DIGIT,
        SIGN,
        SPACE,
        BLANK,
        LINE_END,
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

    /** Where the piece that starts at {@code from} ends. */
    int end(int from) {
        int second = from + width(from);
        Kind next = kind(second);
        return switch (kind(from)) {
            case SMALL, CAPITAL, LETTER -> wordEnd(from);
            case MARK -> isOfWord(next) ? markEnd(second) : second;
            case DIGIT -> digitsEnd(from);
            case SIGN -> isOfWord(next) ? wordEnd(second) : signsEnd(from);
            case SPACE -> isOfWord(next) ? wordEnd(second) : next == Kind.SIGN ? signsEnd(second) : blanksEnd(from);
            case BLANK -> isOfWord(next) ? wordEnd(second) : blanksEnd(from);
            case LINE_END, END -> blanksEnd(from);
        };
    }

    /** A mark leads a word as a sign does, but not one of capitals alone: there it is the word. */
    private int markEnd(int second) {
        return lowerEnd(second) < 0 ? second : wordEnd(second);
    }

    private int wordEnd(int from) {
        int end = lowerEnd(from);
        if (end < 0) {
            end = from;
            while (kind(end) == Kind.CAPITAL) {
                end += width(end);
            }
        }
        return end < to && text.charAt(end) == '\'' ? contractionEnd(end) : end;
    }

    /** Where a word ends that ends in what can be a small letter, or -1 if this is none. */
    private int lowerEnd(int from) {
        int end = from;
        int afterCaseless = -1;
        Kind kind = kind(end);
        while (kind == Kind.CAPITAL || kind == Kind.LETTER || kind == Kind.MARK) {
            end += width(end);
            afterCaseless = kind == Kind.CAPITAL ? afterCaseless : end;
            kind = kind(end);
        }
        if (kind != Kind.SMALL) {
            return afterCaseless;
        }
        while (kind == Kind.SMALL || kind == Kind.LETTER || kind == Kind.MARK) {
            end += width(end);
            kind = kind(end);
        }
        return end;
    }

    private int contractionEnd(int apostrophe) {
        int one = lower(apostrophe + 1);
        if (one == 's' || one == 't' || one == 'm' || one == 'd') {
            return apostrophe + 2;
        }
        int two = lower(apostrophe + 2);
        boolean isLong = ((one == 'r' || one == 'v') && two == 'e') || (one == 'l' && two == 'l');
        return isLong ? apostrophe + 3 : apostrophe;
    }

    /** As the pattern compares letters where it ignores case: the long s is an s. */
    private int lower(int at) {
        if (at >= to) {
            return -1;
        }
        char c = text.charAt(at);
        return c == 'ſ' ? 's' : (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? c | 0x20 : -1;
    }

    private int digitsEnd(int from) {
        int end = from;
        for (int count = 0; count < MAX_DIGITS && kind(end) == Kind.DIGIT; count++) {
            end += width(end);
        }
        return end;
    }

    private int signsEnd(int from) {
        int end = from;
        while (kind(end) == Kind.SIGN || kind(end) == Kind.MARK) {
            end += width(end);
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
        if (afterLineEnd >= 0) {
            return afterLineEnd;
        }
        return kind == Kind.END || end - from == 1 ? end : end - 1;
    }

    /** How many UTF-16 units the character has that starts at an index. */
    private int width(int at) {
        boolean pair = at + 1 < to && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
        return pair ? 2 : 1;
    }

    private Kind kind(int at) {
        if (at >= to) {
            return Kind.END;
        }
        char c = text.charAt(at);
        if (c < KINDS.length) {
            return KINDS[c];
        }
        return Character.isSurrogate(c) ? kindOf(width(at) == 2 ? text.codePointAt(at) : '?') : kindOf((int) c);
    }

    /** Of a character outside ASCII; a question mark stands for half a one. */
    private static Kind kindOf(int character) {
        return switch (Character.getType(character)) {
            case Character.LOWERCASE_LETTER -> Kind.SMALL;
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> Kind.CAPITAL;
            case Character.MODIFIER_LETTER, Character.OTHER_LETTER -> Kind.LETTER;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> Kind.MARK;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> Kind.DIGIT;
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> Kind.BLANK;
            default -> character == NEXT_LINE ? Kind.BLANK : Kind.SIGN;
        };
    }

    private static boolean isOfWord(Kind kind) {
        return kind == Kind.SMALL || kind == Kind.CAPITAL || kind == Kind.LETTER || kind == Kind.MARK;
    }
}
