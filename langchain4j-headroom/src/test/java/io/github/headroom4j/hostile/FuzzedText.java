package io.github.headroom4j.hostile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** A fuzzer's bytes as a text: a file of a corpus reads as it stands, and every text can be said, lone surrogates too. */
public final class FuzzedText {

    /** A byte that is no UTF-8 is this low surrogate and its value, as in PEP 383; 0x80 is U+DC80. */
    private static final char ESCAPE = '\uDC00';

    private FuzzedText() {}

    /**
     * Decodes UTF-8, and what is none as lone surrogates.
     *
     * @param bytes any bytes
     * @return their text, as many characters as bytes at most
     */
    public static String of(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (ESCAPE + (in.get() & 0xFF)));
            }
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }
}
