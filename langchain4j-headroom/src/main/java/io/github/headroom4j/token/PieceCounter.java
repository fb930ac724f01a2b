package io.github.headroom4j.token;

import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts tokens of {@code o200k} piece by piece, and remembers what short pieces count: most texts are made of few words.
 * Thread-safe without locks: what is remembered is immutable, and whether it is decides about time alone.
 */
final class PieceCounter implements JtokkitTokenCounter.Window {

    /** Words, indentations and rules are shorter; longer pieces do not come again. */
    private static final int MAX_KNOWN_CHARS = 32;

    /** A piece takes about 100 bytes with its entry, so all of them take at most about 4 MB. */
    private static final int SLOTS = 1 << 15;

    private record Known(String piece, int tokens) {}

    private final ToIntFunction<String> encoding;
    private final @Nullable Known[] known = new @Nullable Known[SLOTS];

    /**
     * Counts pieces.
     *
     * @param encoding how many tokens a piece has
     */
    PieceCounter(ToIntFunction<String> encoding) {
        this.encoding = encoding;
    }

    @Override
    public int count(String text, int from, int to) {
        O200kPieces pieces = new O200kPieces(text, to);
        int tokens = 0;
        int at = from;
        while (at < to) {
            int end = pieces.end(at);
            tokens += countPiece(text, at, end);
            at = end;
        }
        return tokens;
    }

    private int countPiece(String text, int from, int to) {
        int length = to - from;
        if (length == 1 && text.charAt(from) < 0x80) {
            return 1; // each byte is a token
        }
        if (length > MAX_KNOWN_CHARS) {
            return encoding.applyAsInt(text.substring(from, to));
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        Known found = known[slot];
        if (found == null || found.piece.length() != length || !text.startsWith(found.piece, from)) {
            String piece = text.substring(from, to);
            found = new Known(piece, encoding.applyAsInt(piece));
            known[slot] = found;
        }
        return found.tokens;
    }
}
