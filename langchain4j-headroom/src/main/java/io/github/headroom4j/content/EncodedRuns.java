package io.github.headroom4j.content;

import io.github.headroom4j.content.OpaqueRuns.Run;
import java.util.List;
import java.util.function.IntConsumer;

/** Finds base64 and hexadecimal, on one line or wrapped over many. */
final class EncodedRuns {

    /** Lines of wrapped base64 are at least so long, 64 and 76 characters being usual. */
    private static final int MIN_WRAPPED = 48;

    private static final int MAX_WRAPPED = 256;

    /** Digits that such a line has before its padding: among so many characters in a row, the last one is looked at first. */
    private static final int LEAST_DIGITS = MIN_WRAPPED - 2;

    /** The last line of wrapped data is at least so long; a shorter one may be a word. */
    private static final int MIN_LAST = 8;

    /** Share of neighbours whose class of characters differs. */
    private static final double MIN_CHANGES = 0.42;

    /** Share of characters that are neither letter nor digit; paths and joined words have more. */
    private static final double MAX_JOINTS = 0.09;

    /** Share of digits, 16 of 100 in random base64; words have none. */
    private static final double MIN_DIGITS = 0.04;

    /** Share of letters among hexadecimal digits, 37 of 100 at random. */
    private static final double MIN_HEX_LETTERS = 0.15;

    private static final double MAX_HEX_LETTERS = 0.75;

    /** So many equal characters in a row are padding of the data and say nothing about what it is. */
    private static final int PADDING = 4;

    /** So many characters of a run say what all of it is. */
    private static final int LOOKED_AT = 1 << 14;

    private static final String DATA_URL = "data:";
    private static final String BASE64_MARK = ";base64,";

    /** Characters before a run in which the head of a data URL is looked for. */
    private static final int DATA_URL_HEAD = 80;

    private final String text;
    private final IntConsumer steps;

    EncodedRuns(String text, IntConsumer steps) {
        this.text = text;
        this.steps = steps;
    }

    /** Adds the runs that begin within a line, and returns where the last of them ends, which may be lines later. */
    int find(int start, int end, List<Run> runs) {
        int at = start;
        while (at + LEAST_DIGITS <= end) {
            int probe = at + LEAST_DIGITS - 1;
            at = isDigit64(text.charAt(probe)) ? addRun(startOfRun(at, probe), runs) : probe + 1;
        }
        return Math.max(at, end);
    }

    private int startOfRun(int from, int within) {
        int start = within;
        while (start > from && isDigit64(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Adds the run that begins at an index, if it is one, and returns where it ends. */
    private int addRun(int start, List<Run> runs) {
        int end = endOfRun(text, start, MIN_WRAPPED / 2);
        if (end - start < MIN_WRAPPED) {
            return end;
        }
        int wrapped = isHash(text, start, end) ? end : endOfWrapped(start, end);
        String kind = wrapped - start >= OpaqueRuns.MIN_RUN ? kind(text, start, wrapped) : "";
        if (!kind.isEmpty()) {
            runs.add(new Run(start, wrapped, kind));
        }
        // What is no run as a whole is not looked at line by line again, or the cost would be quadratic.
        return wrapped;
    }

    /** Lines of such length are a list of hashes, each of which names something. */
    private static boolean isHash(String text, int start, int end) {
        return switch (end - start) {
            case 56, 64, 96, 128 -> new CharacterMix(text, start, end).isHexadecimal();
            default -> false;
        };
    }

    /** After the run and, if it is long enough to be data rather than the name of a value, its padding. */
    private static int endOfRun(String text, int start, int minPadded) {
        int at = start;
        while (at < text.length() && isDigit64(text.charAt(at))) {
            at++;
        }
        int padding = at;
        while (padding - start >= minPadded && at - padding < 2 && at < text.length() && text.charAt(at) == '=') {
            at++;
        }
        return at;
    }

    /** Goes on over lines of the same length and a last one that is shorter. */
    private int endOfWrapped(int start, int firstEnd) {
        int width = firstEnd - start;
        int end = firstEnd;
        while (width <= MAX_WRAPPED) {
            int next = afterLineEnd(text, end);
            int nextEnd = next < 0 ? -1 : endOfRun(text, next, 1);
            int length = nextEnd - next;
            steps.accept(Math.max(0, length));
            boolean lineEnds = next >= 0 && (nextEnd == text.length() || text.charAt(nextEnd) < ' ');
            boolean padded = text.charAt(end - 1) == '=';
            boolean word = length < MIN_LAST && text.charAt(Math.max(0, nextEnd - 1)) != '=';
            if (padded || !lineEnds || length > width || length <= 0 || word) {
                return end;
            }
            end = nextEnd;
            if (length < width) {
                return end;
            }
        }
        return end;
    }

    private static int afterLineEnd(String text, int at) {
        int next = at < text.length() && text.charAt(at) == '\r' ? at + 1 : at;
        return next < text.length() && text.charAt(next) == '\n' ? next + 1 : -1;
    }

    /** What a run is, or an empty text if it is words after all. */
    private static String kind(String text, int start, int end) {
        CharacterMix mix = new CharacterMix(text, start, Math.min(end, start + LOOKED_AT));
        if (mix.isHexadecimal()) {
            double letters = mix.share(mix.letters());
            boolean random = letters >= MIN_HEX_LETTERS && letters <= MAX_HEX_LETTERS;
            return random ? "hex" + Magic.ofHex(text.substring(start, Math.min(end, start + 16))) : "";
        }
        String media = mediaType(text, start);
        boolean random = mix.changes(PADDING) >= MIN_CHANGES
                && mix.share(mix.joints()) <= MAX_JOINTS
                && mix.share(mix.digits()) >= MIN_DIGITS
                && mix.hasBothCases();
        if (media.isEmpty() && !random) {
            return "";
        }
        return "base64"
                + (media.isEmpty() ? Magic.ofBase64(text.substring(start, Math.min(end, start + 16))) : " " + media);
    }

    /** The media type of a data URL that ends before the run. */
    private static String mediaType(String text, int start) {
        if (!text.startsWith(BASE64_MARK, start - BASE64_MARK.length())) {
            return "";
        }
        int mark = start - BASE64_MARK.length();
        String before = text.substring(Math.max(0, mark - DATA_URL_HEAD), mark);
        int head = before.lastIndexOf(DATA_URL);
        return head < 0 ? "" : before.substring(head + DATA_URL.length());
    }

    static boolean isDigit64(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '-'
                || c == '_';
    }
}
