package io.github.headroom4j.content;

/** Finds the points in time that log lines carry, in any of the usual notations. One pass over the line's beginning. */
final class Timestamps {

    /** Characters of a line's beginning that are searched: room for a host, a process and an address before the time. */
    static final int SEARCHED = 72;

    private static final int CLOCK = 8;

    private Timestamps() {}

    /**
     * The end of the first point in time that stands near the start of a line.
     *
     * @return the index after it, or -1
     */
    static int end(String line) {
        int colon = line.indexOf(':', 2);
        while (colon >= 0 && colon - 2 < SEARCHED) {
            if (isClock(line, colon - 2)) {
                return colon - 2 + CLOCK;
            }
            colon = line.indexOf(':', colon + 1);
        }
        return unusual(line);
    }

    /** Whether {@code 12:34:56} stands here and is not part of something longer, such as a hardware address. */
    static boolean isClock(String line, int i) {
        if (line.length() < i + CLOCK || !isPair(line, i, '2') || Ascii.at(line, i + 2) != ':') {
            return false;
        }
        boolean rest = isPair(line, i + 3, '5') && Ascii.at(line, i + 5) == ':' && isPair(line, i + 6, '6');
        char before = Ascii.at(line, i - 1);
        char after = Ascii.at(line, i + CLOCK);
        boolean joined = Ascii.isDigit(before) || isHexLetter(before) || (Ascii.isWord(after) && after != 'Z');
        boolean longer = before == ':' && !isYear(line, i - 5);
        return rest && !joined && !longer && !isAddress(line, i + CLOCK);
    }

    /** Whether another pair of a hardware address follows: a colon, two hexadecimal digits, a colon. */
    private static boolean isAddress(String line, int i) {
        return Ascii.at(line, i) == ':' && Ascii.at(line, i + 3) == ':' && Ascii.isWord(Ascii.at(line, i + 2));
    }

    private static boolean isYear(String line, int i) {
        return i >= 0 && (Ascii.digits(line, i) == 4 || Ascii.digits(line, i + 2) == 2);
    }

    private static boolean isHexLetter(char c) {
        return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static boolean isPair(String line, int i, char highest) {
        char tens = line.charAt(i);
        return tens >= '0' && tens <= highest && Ascii.isDigit(line.charAt(i + 1));
    }

    /** Seconds since boot in brackets, compact date and time, seconds since the epoch, a level with month and day. */
    private static int unusual(String line) {
        int digits = Ascii.digits(line, 0);
        if (Ascii.at(line, 0) == '[') {
            return sinceBoot(line);
        }
        if (digits == 6 && Ascii.at(line, 6) == ' ' && Ascii.digits(line, 7) == 6) {
            return 13;
        }
        if (digits == 10 && (line.charAt(0) == '1' || line.charAt(0) == '2') && Ascii.at(line, 10) == '.') {
            return 10 + 1 + Ascii.digits(line, 11);
        }
        return -1;
    }

    private static int sinceBoot(String line) {
        int at = 1 + Ascii.blanks(line, 1);
        int seconds = Ascii.digits(line, at);
        int fraction = Ascii.digits(line, at + seconds + 1);
        int end = at + seconds + 1 + fraction;
        boolean there = seconds > 0 && fraction == 6 && Ascii.at(line, at + seconds) == '.';
        return there && Ascii.at(line, end) == ']' ? end + 1 : -1;
    }
}
