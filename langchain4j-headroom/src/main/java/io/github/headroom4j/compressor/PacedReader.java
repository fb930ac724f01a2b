package io.github.headroom4j.compressor;

import java.io.Reader;

/** Hands a text out in small parts, with a step before each; see {@link Pace#reader}. */
final class PacedReader extends Reader {

    private final String text;
    private final Pace pace;
    private int at;

    PacedReader(String text, Pace pace) {
        this.text = text;
        this.pace = pace;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (at >= text.length()) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(Math.min(length, text.length() - at), Pace.CHARS_PER_CHECK);
        pace.step(count);
        text.getChars(at, at + count, buffer, offset);
        at += count;
        return count;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
