package io.github.headroom4j.token;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Byte-pair encodings: {@code o200k} by jtokkit's vocabulary and our {@link BytePairs}, {@code cl100k} by jtokkit. Long texts
 * are taken window by window; see {@link TokenWindows}.
 */
final class JtokkitTokenCounter implements TokenCounter {

    static final TokenCounter O200K = new JtokkitTokenCounter(() -> O200kHolder.WINDOW);
    static final TokenCounter CL100K = new JtokkitTokenCounter(() -> Cl100kHolder.WINDOW);

    /** One UTF-16 unit takes at most three bytes of UTF-8, and a byte-level token covers at least one byte. */
    private static final int MAX_TOKENS_PER_CHAR = 3;

    /** The longest tokens of both vocabularies spell 128 characters, most of them blanks. */
    static final int MAX_CHARS_PER_TOKEN = 128;

    /** So many characters per token are more than most texts have, so that a head of this length mostly decides. */
    private static final int HEAD_CHARS_PER_TOKEN = 8;

    /**
     * Shorter texts are counted in hardly more time than looking them up takes, and rows of large tables are many: what it
     * takes to remember one is about as large as its text. Characters, default 128.
     */
    static final int MIN_REMEMBERED = 128;

    /** Counts a part of a text that is encoded by itself. */
    interface Window {
        int count(String text, int from, int to);
    }

    private final Supplier<Window> window;

    private JtokkitTokenCounter(Supplier<Window> window) {
        this.window = window;
    }

    @Override
    public int count(String text) {
        return count(text, () -> {}, Integer.MAX_VALUE);
    }

    @Override
    public int count(String text, Runnable checkpoint) {
        return count(text, checkpoint, Integer.MAX_VALUE);
    }

    @Override
    public TokenCounter cached(int maxChars) {
        return new CachingTokenCounter(this, maxChars, MIN_REMEMBERED);
    }

    @Override
    public void load() {
        Objects.requireNonNull(window.get(), "window");
    }

    @Override
    public boolean countsAtMost(String text, int limit) {
        if ((long) text.length() * MAX_TOKENS_PER_CHAR <= limit) {
            return true;
        }
        if (text.length() > (long) limit * MAX_CHARS_PER_TOKEN) {
            return false;
        }
        int head = (int) Math.min(text.length() - 1L, (long) limit * HEAD_CHARS_PER_TOKEN);
        if (head < TokenWindows.WINDOW_CHARS) {
            // Cut at a sure place, a part has no more tokens than the whole.
            String part = text.substring(0, TokenWindows.lastCut(text, 0, head));
            if (count(part) > limit) {
                return false;
            }
        }
        return count(text, () -> {}, limit) <= limit;
    }

    /** Stops after the window in which the count passes {@code enough}. */
    private int count(String text, Runnable checkpoint, int enough) {
        int count = 0;
        int from = 0;
        while (from < text.length() && count <= enough) {
            checkpoint.run();
            int end = TokenWindows.end(text, from, TokenWindows.WINDOW_CHARS);
            count += window.get().count(text, from, end);
            from = end;
        }
        return count;
    }

    /** "Ordinary": special tokens in tool output are text; the other method throws on them. */
    static int encoded(Encoding encoding, String text) {
        return encoding.countTokensOrdinary(TokenWindows.encodable(text));
    }

    private static Encoding load(EncodingType type) {
        return Encodings.newLazyEncodingRegistry().getEncoding(type);
    }

    /** A vocabulary is immutable but takes a while to load, so each loads once and on first use. */
    private static final class O200kHolder {

        private static final String VOCABULARY = "o200k_base.tiktoken";

        static final Window WINDOW = new PieceCounter(pieces());

        /** By jtokkit's vocabulary; by jtokkit itself, which takes longer to load, in a version that keeps it elsewhere. */
        private static ToIntFunction<String> pieces() {
            try (InputStream in = Encodings.class.getResourceAsStream(VOCABULARY)) {
                if (in != null) {
                    return new BytePairs(Vocabulary.read(in))::count;
                }
            } catch (IOException | IllegalArgumentException e) {
                // jtokkit will say so if it cannot read it either.
            }
            Encoding encoding = load(EncodingType.O200K_BASE);
            return piece -> encoded(encoding, piece);
        }
    }

    private static final class Cl100kHolder {
        private static final Encoding ENCODING = load(EncodingType.CL100K_BASE);
        static final Window WINDOW = (text, from, to) -> encoded(ENCODING, text.substring(from, to));
    }
}
