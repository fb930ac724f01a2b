package io.github.headroom4j.original;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How stores keep a text as bytes: a format byte, and the text in UTF-8, deflated if that is worth it. A text that holds
 * lone surrogates, which UTF-8 cannot say, is kept as its UTF-16 units. Every text comes back exactly. Stateless and
 * thread-safe; linear in the text.
 */
public final class OriginalCodec {

    /** Below this many bytes deflating saves less than its own overhead. */
    private static final int MIN_DEFLATED_BYTES = 256;

    /** Bytes taken from the deflater or the inflater at a time. */
    static final int CHUNK_BYTES = 16 << 10;

    /** A deflated byte stands for 1,032 bytes at most, by the format; what claims to hold more is damaged and gets no memory. */
    private static final long MAX_EXPANSION = 1032;

    private static final int DEFLATED = 1;
    private static final int UTF_16 = 2;

    /** Format byte and the number of bytes before deflating. */
    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    private OriginalCodec() {}

    /**
     * Encodes.
     *
     * @param text any text
     * @return bytes that {@link #decode} turns back into it
     */
    public static byte[] encode(String text) {
        return encode(text, () -> {});
    }

    /**
     * The same for what may have to give up.
     *
     * @param text any text
     * @param checkpoint run every {@value TextParts#PART_CHARS} characters; throws to give up
     * @return the same as {@link #encode(String)}
     */
    public static byte[] encode(String text, Runnable checkpoint) {
        try (DeflatedParts utf8 = new DeflatedParts()) {
            if (TextParts.utf8(text, checkpoint, utf8::add)) {
                return smaller(utf8, 0, text, checkpoint);
            }
        }
        try (DeflatedParts units = new DeflatedParts()) {
            TextParts.units(text, checkpoint, units::add);
            return smaller(units, UTF_16, text, checkpoint);
        }
    }

    /** Deflated if that is worth it, else plain. */
    private static byte[] smaller(DeflatedParts parts, int charset, String text, Runnable checkpoint) {
        int length = parts.plainBytes();
        byte[] deflated = parts.finish();
        boolean worthIt = length >= MIN_DEFLATED_BYTES && HEADER_BYTES + deflated.length < length;
        byte[] kept = new byte[HEADER_BYTES + (worthIt ? deflated.length : length)];
        ByteBuffer rest = ByteBuffer.wrap(kept)
                .put((byte) (worthIt ? charset | DEFLATED : charset))
                .putInt(length);
        if (worthIt) {
            rest.put(deflated);
        } else if (charset == UTF_16) {
            TextParts.units(text, checkpoint, rest::put);
        } else {
            TextParts.utf8(text, checkpoint, rest::put);
        }
        return kept;
    }

    /**
     * Decodes.
     *
     * @param bytes what {@link #encode} returned
     * @return the exact text
     * @throws OriginalStoreException if these bytes are damaged
     */
    public static String decode(byte[] bytes) {
        return decode(bytes, () -> {});
    }

    /**
     * The same for what may have to give up.
     *
     * @param bytes what {@link #encode} returned
     * @param checkpoint run every {@value #CHUNK_BYTES} bytes that are inflated; throws to give up
     * @return the exact text
     * @throws OriginalStoreException if these bytes are damaged
     */
    public static String decode(byte[] bytes, Runnable checkpoint) {
        if (bytes.length < HEADER_BYTES || bytes[0] < 0 || bytes[0] > (DEFLATED | UTF_16)) {
            throw new OriginalStoreException(
                    "a kept original is damaged: unknown format of " + bytes.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int format = buffer.get();
        int length = buffer.getInt();
        byte[] plain = (format & DEFLATED) != 0
                ? inflate(bytes, length, checkpoint)
                : Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length);
        if (plain.length != length) {
            throw damaged(plain.length + " bytes", length);
        }
        return (format & UTF_16) == 0
                ? new String(plain, StandardCharsets.UTF_8)
                : ByteBuffer.wrap(plain).asCharBuffer().toString();
    }

    /** Whether UTF-8 can say the text: it can say everything but surrogates that are no pair. */
    static boolean isExact(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** The UTF-16 units, big end first. The JDK's own UTF-16 encoder would replace lone surrogates. */
    static byte[] units(String text) {
        ByteBuffer units = ByteBuffer.allocate(Character.BYTES * text.length());
        units.asCharBuffer().put(text);
        return units.array();
    }

    /** Straight into an array of the kept length: while long texts are compressed, this is when most is live. */
    private static byte[] inflate(byte[] bytes, int length, Runnable checkpoint) {
        if (length < 0 || length > MAX_EXPANSION * bytes.length) {
            throw damaged(bytes.length + " deflated bytes", length);
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
            byte[] plain = new byte[length];
            int at = 0;
            int count = 1;
            while (count > 0 && at < length) {
                checkpoint.run();
                count = inflater.inflate(plain, at, Math.min(CHUNK_BYTES, length - at));
                at += count;
            }
            if (at < length || inflater.inflate(new byte[1]) > 0) {
                throw damaged(at < length ? at + " bytes" : "more bytes", length);
            }
            return plain;
        } catch (DataFormatException e) {
            throw new OriginalStoreException("a kept original is damaged", e);
        } finally {
            inflater.end();
        }
    }

    private static OriginalStoreException damaged(String found, int length) {
        return new OriginalStoreException(
                "a kept original is damaged: " + found + " are there, but " + length + " were kept");
    }
}
