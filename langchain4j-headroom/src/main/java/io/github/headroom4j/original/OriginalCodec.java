package io.github.headroom4j.original;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * How stores keep a text as bytes: a format byte, and the text in UTF-8, deflated if that is worth it. A text that holds
 * lone surrogates, which UTF-8 cannot say, is kept as its UTF-16 units. Every text comes back exactly. Stateless and
 * thread-safe; linear in the text.
 */
public final class OriginalCodec {

    /** Below this many bytes deflating saves less than its own overhead. */
    private static final int MIN_DEFLATED_BYTES = 256;

    /** Bytes handed to and from the deflater at a time. */
    private static final int CHUNK_BYTES = 16 << 10;

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
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        boolean exact = isExact(utf8, text);
        byte[] plain = exact ? utf8 : units(text);
        int charset = exact ? 0 : UTF_16;
        if (plain.length >= MIN_DEFLATED_BYTES) {
            byte[] deflated = deflate(plain, charset | DEFLATED);
            if (deflated.length < plain.length) {
                return deflated;
            }
        }
        return ByteBuffer.allocate(HEADER_BYTES + plain.length)
                .put((byte) charset)
                .putInt(plain.length)
                .put(plain)
                .array();
    }

    /**
     * Decodes.
     *
     * @param bytes what {@link #encode} returned
     * @return the exact text
     * @throws OriginalStoreException if these bytes are damaged
     */
    public static String decode(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] < 0 || bytes[0] > (DEFLATED | UTF_16)) {
            throw new OriginalStoreException(
                    "a kept original is damaged: unknown format of " + bytes.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int format = buffer.get();
        int length = buffer.getInt();
        byte[] plain = (format & DEFLATED) != 0
                ? inflate(bytes, length)
                : Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length);
        if (plain.length != length) {
            throw new OriginalStoreException(
                    "a kept original is damaged: " + plain.length + " bytes are there, but " + length + " were kept");
        }
        return (format & UTF_16) == 0
                ? new String(plain, StandardCharsets.UTF_8)
                : ByteBuffer.wrap(plain).asCharBuffer().toString();
    }

    /** Whether UTF-8 can say the text. */
    static boolean isExact(byte[] utf8, String text) {
        return new String(utf8, StandardCharsets.UTF_8).equals(text);
    }

    /** The UTF-16 units, big end first. The JDK's own UTF-16 encoder would replace lone surrogates. */
    static byte[] units(String text) {
        ByteBuffer units = ByteBuffer.allocate(Character.BYTES * text.length());
        units.asCharBuffer().put(text);
        return units.array();
    }

    private static byte[] deflate(byte[] plain, int format) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + HEADER_BYTES);
            out.writeBytes(ByteBuffer.allocate(HEADER_BYTES)
                    .put((byte) format)
                    .putInt(plain.length)
                    .array());
            deflater.setInput(plain);
            deflater.finish();
            byte[] chunk = new byte[CHUNK_BYTES];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] bytes, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK_BYTES];
            while (!inflater.finished() && out.size() <= length) {
                int count = inflater.inflate(chunk);
                if (count == 0) {
                    break;
                }
                out.write(chunk, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new OriginalStoreException("a kept original is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
