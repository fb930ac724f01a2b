package io.github.headroom4j.original;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Deflates bytes that come in parts. Holds memory outside of the heap until it is closed. Not thread-safe. */
final class DeflatedParts implements AutoCloseable {

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final byte[] chunk = new byte[OriginalCodec.CHUNK_BYTES];
    private int plainBytes;

    void add(byte[] part) {
        plainBytes = Math.addExact(plainBytes, part.length);
        deflater.setInput(part);
        while (!deflater.needsInput()) {
            out.write(chunk, 0, deflater.deflate(chunk));
        }
    }

    /** How many bytes were added. */
    int plainBytes() {
        return plainBytes;
    }

    /** All parts, deflated; nothing can be added any more. */
    byte[] finish() {
        deflater.finish();
        while (!deflater.finished()) {
            out.write(chunk, 0, deflater.deflate(chunk));
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
