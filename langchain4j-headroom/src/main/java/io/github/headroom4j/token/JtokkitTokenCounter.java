package io.github.headroom4j.token;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.function.Supplier;

/** Byte-pair encodings by jtokkit. */
final class JtokkitTokenCounter implements TokenCounter {

    static final TokenCounter O200K = new JtokkitTokenCounter(() -> O200kHolder.ENCODING);
    static final TokenCounter CL100K = new JtokkitTokenCounter(() -> Cl100kHolder.ENCODING);

    /** One UTF-16 unit takes at most three bytes of UTF-8, and a byte-level token covers at least one byte. */
    private static final int MAX_TOKENS_PER_CHAR = 3;

    private final Supplier<Encoding> encoding;

    private JtokkitTokenCounter(Supplier<Encoding> encoding) {
        this.encoding = encoding;
    }

    @Override
    public int count(String text) {
        // "Ordinary": special tokens in tool output are text; the other method throws on them.
        return text.isEmpty() ? 0 : encoding.get().countTokensOrdinary(text);
    }

    @Override
    public boolean countsAtMost(String text, int limit) {
        return (long) text.length() * MAX_TOKENS_PER_CHAR <= limit || count(text) <= limit;
    }

    /** A vocabulary is immutable but costs a tenth of a second to load, so each loads once and on first use. */
    private static final class O200kHolder {
        static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }

    private static final class Cl100kHolder {
        static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    }
}
