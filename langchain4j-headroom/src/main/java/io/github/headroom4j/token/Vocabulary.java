package io.github.headroom4j.token;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The tokens of a byte-level vocabulary and their ranks, read from the lines of a {@code .tiktoken} file: a token's bytes in
 * Base64, a blank, its rank. All bytes lie in one array, and tokens are found in it by an open hash table, since a first
 * result waits for this: as objects, 200,000 tokens take ten times the memory and four times the time. Immutable.
 */
final class Vocabulary {

    /** Of no token. */
    static final int NONE = Integer.MAX_VALUE;

    /** The longest line of known vocabularies has some 180 characters; what is much longer is no vocabulary. */
    private static final int MAX_LINE = 4096;

    private static final int[] DIGITS = new int[128];

    static {
        Arrays.fill(DIGITS, -1);
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < digits.length(); i++) {
            DIGITS[digits.charAt(i)] = i;
        }
    }

    private final byte[] bytes;
    private int[] starts = new int[1 << 18];
    private int[] ranks = new int[1 << 18];
    private final int[] table;
    private int count;
    private int longest;

    private Vocabulary(byte[] file) {
        bytes = new byte[file.length * 3 / 4];
        int at = 0;
        while (at < file.length) {
            at = add(file, at);
        }
        table = new int[Integer.highestOneBit(Math.max(1, count)) << 2];
        for (int token = 0; token < count; token++) {
            table[free(token)] = token + 1;
        }
    }

    /**
     * Reads a vocabulary.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is none
     */
    static Vocabulary read(InputStream in) throws IOException {
        return new Vocabulary(in.readAllBytes());
    }

    int size() {
        return count;
    }

    /** The rank of the token that has the bytes from one index to another, or {@link #NONE}. */
    int rank(byte[] text, int from, int to) {
        if (to - from > longest) {
            return NONE;
        }
        int place = hash(text, from, to) & table.length - 1;
        for (int token = table[place]; token > 0; token = table[place]) {
            if (Arrays.equals(bytes, starts[token - 1], starts[token], text, from, to)) {
                return ranks[token - 1];
            }
            place = place + 1 & table.length - 1;
        }
        return NONE;
    }

    private int free(int token) {
        int place = hash(bytes, starts[token], starts[token + 1]) & table.length - 1;
        while (table[place] > 0) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = 0x811C9DC5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * 0x01000193;
        }
        return hash ^ hash >>> 15;
    }

    /** Reads a line, and returns where the next one begins. */
    private int add(byte[] file, int from) {
        if (count + 1 == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ranks = Arrays.copyOf(ranks, count * 2);
        }
        int limit = Math.min(file.length, from + MAX_LINE);
        int at = from;
        int end = starts[count];
        int held = 0;
        int bits = 0;
        for (; at < limit && digit(file[at]) >= 0; at++) {
            held = held << 6 | digit(file[at]);
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                bytes[end++] = (byte) (held >> bits);
            }
        }
        while (at < limit && file[at] == '=') {
            at++;
        }
        require(at > from && at < limit && file[at] == ' ', from);
        int rank = 0;
        int digits = ++at;
        for (; at < limit && file[at] >= '0' && file[at] <= '9' && at - digits < 9; at++) {
            rank = rank * 10 + file[at] - '0';
        }
        require(at > digits && (at == file.length || file[at] == '\n'), from);
        ranks[count] = rank;
        longest = Math.max(longest, end - starts[count]);
        starts[++count] = end;
        return at + 1;
    }

    private static int digit(byte c) {
        return c < 0 ? -1 : DIGITS[c];
    }

    private static void require(boolean isVocabulary, int at) {
        if (!isVocabulary) {
            throw new IllegalArgumentException("no token and rank in the line at byte " + at);
        }
    }
}
