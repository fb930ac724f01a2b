package io.github.headroom4j.compressor.template;

import java.util.Arrays;

/**
 * Cuts a line into tokens that cover it: white space, words, and variables, which are runs of letters and digits with a
 * digit among them (numbers, hexadecimal, addresses with dots, versions, UUIDs, each with its sign). One pass, no
 * regular expression. Not thread-safe; one serves all lines of a text.
 */
public final class LineScanner {

    /** Blanks between other tokens. */
    public static final byte SPACE = 0;
    /** A word that belongs to a template. */
    public static final byte WORD = 1;
    /** A number, an identifier, an address: what differs within a template. */
    public static final byte VARIABLE = 2;

    static final byte TIME = 3;
    /** What is left of a line that is too long to be understood. */
    static final byte REST = 4;

    /** More tokens than this are one {@link #REST}: such a line is data, and its shape says nothing. */
    static final int MAX_TOKENS = 160;

    /** Longer lines are not scanned, in characters: they are data. */
    public static final int MAX_CHARS = 4096;

    private static final int UUID_LENGTH = 36;
    private static final int MIN_LETTERS_OF_HEX = 8;
    private static final int MIN_LETTERS_OF_GROUP = 4;

    /** A word ends after one of these, so that keys and values, brackets and what they hold are told apart. */
    private static final String WORD_ENDS = "=:,;[](){}\"'|";

    private static final int ASCII = 128;
    private static final boolean[] IN_WORD = new boolean[ASCII];
    private static final boolean[] ENDS_WORD = new boolean[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            IN_WORD[c] = isDigit(c) || Character.isLetter(c);
            ENDS_WORD[c] = WORD_ENDS.indexOf(c) >= 0;
        }
    }

    private String text = "";
    private int limit;
    private int count;
    /** The latest run that was looked at: what is no variable is looked at again as a word. */
    private int runStart = -1;

    private int runUntil;
    private int runEnd;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private byte[] kinds = new byte[64];

    /**
     * How many tokens the line has.
     *
     * @return not negative
     */
    public int count() {
        return count;
    }

    /**
     * What a token is.
     *
     * @param token an index
     * @return one of this class's constants
     */
    public byte kind(int token) {
        return kinds[token];
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    int length(int token) {
        return ends[token] - starts[token];
    }

    /**
     * A token.
     *
     * @param token an index
     * @return its text
     */
    public String get(int token) {
        return text.substring(starts[token], ends[token]);
    }

    boolean is(int token, String expected) {
        return length(token) == expected.length() && text.startsWith(expected, starts[token]);
    }

    long hash(int token, long seed) {
        long hash = seed;
        for (int i = starts[token]; i < ends[token]; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    /** Scans a line; the match tells where its time is, if it has one. */
    void scan(String newText, int from, int to, TimeMatch time) {
        text = newText;
        runStart = -1;
        limit = Math.min(to, from + MAX_CHARS);
        if (limit < to && Character.isHighSurrogate(text.charAt(limit - 1))) {
            limit--;
        }
        count = 0;
        int at = from;
        while (at < limit && count < MAX_TOKENS) {
            if (at == time.start) {
                at = add(TIME, at, time.end);
            } else if (isSpace(text.charAt(at))) {
                at = addSpace(at);
            } else {
                at = addWordOrVariable(at, time.start < at ? limit : Math.min(limit, time.start));
            }
        }
        if (at < to) {
            add(REST, at, to);
        }
    }

    private int add(byte kind, int start, int end) {
        if (count == kinds.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        kinds[count++] = kind;
        return end;
    }

    /** Padding before a number belongs to the number: numbers of different width are values of one column. */
    private int addSpace(int start) {
        int end = start + 1;
        while (end < limit && isSpace(text.charAt(end))) {
            end++;
        }
        boolean padding = end - start > 1 && end < limit && isDigit(text.charAt(end)) && text.charAt(start) == ' ';
        if (!padding) {
            return add(SPACE, start, end);
        }
        add(SPACE, start, start + 1);
        return add(VARIABLE, start + 1, variableEnd(end, limit));
    }

    private int addWordOrVariable(int start, int until) {
        int variable = variableEnd(start, until);
        if (variable > start) {
            return add(isHttpStatus(start, variable) ? WORD : VARIABLE, start, variable);
        }
        int at = start;
        while (at < until && !isSpace(text.charAt(at))) {
            int next = isWordCharacter(text.charAt(at)) ? runEnd(at, until) : at + 1;
            char last = text.charAt(next - 1);
            boolean wordEnds = last < ASCII && ENDS_WORD[last];
            at = next;
            if (at < until && (variableEnd(at, until) > at || (wordEnds && isWordCharacter(text.charAt(at))))) {
                break;
            }
        }
        return add(WORD, start, at);
    }

    /** In an access log three digits stand after the quoted request; they tell kinds of lines apart. */
    private boolean isHttpStatus(int start, int end) {
        return end - start == 3
                && count >= 2
                && kinds[count - 1] == SPACE
                && text.charAt(start - 1) == ' '
                && text.charAt(starts[count - 1] - 1) == '"'
                && "12345".indexOf(text.charAt(start)) >= 0;
    }

    /** Where the variable that starts here ends, or where it starts if there is none. */
    private int variableEnd(int start, int until) {
        char c = text.charAt(start);
        if (c == '-') {
            boolean sign = start + 1 < until
                    && isDigit(text.charAt(start + 1))
                    && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
            return sign ? variableEnd(start + 1, until) : start;
        }
        if (!isWordCharacter(c)) {
            return start;
        }
        if (isUuid(start, until)) {
            return start + UUID_LENGTH;
        }
        int end = runEnd(start, until);
        int digits = digitsEnd(start, end);
        if (digits == end) {
            return dottedEnd(end, until);
        }
        return hasDigit(digits, end) || digits > start || isHex(start, end) ? end : start;
    }

    private int dottedEnd(int numberEnd, int until) {
        int end = numberEnd;
        while (end + 1 < until && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            end = runEnd(end + 1, until);
        }
        return end;
    }

    private int runEnd(int start, int until) {
        if (start != runStart || until != runUntil) {
            int end = start;
            while (end < until && isWordCharacter(text.charAt(end))) {
                end++;
            }
            runStart = start;
            runUntil = until;
            runEnd = end;
        }
        return runEnd;
    }

    private int digitsEnd(int start, int until) {
        int end = start;
        while (end < until && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean hasDigit(int start, int end) {
        for (int i = start; i < end; i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isHex(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = (char) (text.charAt(i) | 0x20);
            if (c < 'a' || c > 'f') {
                return false;
            }
        }
        return end - start >= MIN_LETTERS_OF_HEX || (end - start >= MIN_LETTERS_OF_GROUP && isGroup(start, end));
    }

    /** Whether a hyphen joins hexadecimal letters to a number: a part of an identifier that happens to have no digit. */
    private boolean isGroup(int start, int end) {
        boolean after = start > 1 && text.charAt(start - 1) == '-' && isDigit(text.charAt(start - 2));
        boolean before = end + 1 < limit && text.charAt(end) == '-' && isDigit(text.charAt(end + 1));
        return after || before || (start > 1 && text.charAt(start - 1) == '-' && endsVariable(start - 1));
    }

    private boolean endsVariable(int at) {
        return count > 0 && kinds[count - 1] == VARIABLE && ends[count - 1] == at;
    }

    private boolean isUuid(int start, int until) {
        if (start + UUID_LENGTH > until || text.charAt(start + 8) != '-') {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            char c = text.charAt(start + i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : Character.digit(c, 16) < 0 || c > 'f') {
                return false;
            }
        }
        return start + UUID_LENGTH == until || !isWordCharacter(text.charAt(start + UUID_LENGTH));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordCharacter(char c) {
        return c < ASCII ? IN_WORD[c] : Character.isLetter(c);
    }
}
