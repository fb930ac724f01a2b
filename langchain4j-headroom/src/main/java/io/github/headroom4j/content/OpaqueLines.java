package io.github.headroom4j.content;

/** Which single lines are data for machines: a line of a hex dump, a UUID, a hash. */
public final class OpaqueLines {

    /** Digits of hashes from MD5 to SHA-512. */
    private static final int MIN_HASH = 32;

    private static final int MAX_HASH = 128;

    /** Bytes that a line of a dump must show. */
    private static final int MIN_BYTES = 4;

    /** Where a UUID has its hyphens. */
    private static final int[] HYPHENS = {8, 13, 18, 23};

    private static final int UUID_LENGTH = 36;

    private OpaqueLines() {}

    /**
     * What a line is.
     *
     * @param line a line, with or without its end
     * @return "hex dump", "UUID" or "hash", or an empty text
     */
    public static String kind(String line) {
        String stripped = line.strip();
        if (isUuid(stripped)) {
            return "UUID";
        }
        if (stripped.length() >= MIN_HASH && stripped.length() <= MAX_HASH && isHex(stripped, 0, stripped.length())) {
            return "hash";
        }
        return isDump(stripped) ? "hex dump" : "";
    }

    private static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return false;
        }
        int from = 0;
        for (int hyphen : HYPHENS) {
            if (text.charAt(hyphen) != '-' || !isHex(text, from, hyphen)) {
                return false;
            }
            from = hyphen + 1;
        }
        return isHex(text, from, UUID_LENGTH);
    }

    /** An offset of at least six digits, then pairs or quadruples of digits; what follows them is their text. */
    private static boolean isDump(String text) {
        int at = 0;
        while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
            at++;
        }
        if (at < 6 || at > 16) {
            return false;
        }
        if (at < text.length() && text.charAt(at) == ':') {
            at++;
        }
        int bytes = 0;
        int group = 0;
        for (; at <= text.length(); at++) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            if (Character.digit(c, 16) >= 0) {
                group++;
            } else if (c == ' ' && (group == 0 || group == 2 || group == 4 || group == 8)) {
                bytes += group / 2;
                group = 0;
            } else {
                break;
            }
        }
        return bytes >= MIN_BYTES;
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
