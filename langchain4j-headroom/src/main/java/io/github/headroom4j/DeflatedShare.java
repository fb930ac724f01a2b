package io.github.headroom4j;

import io.github.headroom4j.compressor.Pace;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.zip.Deflater;

/**
 * How small a lossless form of a text can become at best, told by how small deflate makes it, in a fraction of the time that
 * making the form takes. Tables, templates and groups say once what a text says again, as deflate does, but in words: no form of a
 * captured text has a smaller share of the text's tokens than deflate leaves of its bytes.
 *
 * <p>Deflate forgets what is farther away than its window, and forms do not, so of lines that came before nothing is expected to
 * be left. Deflate looks at {@value #SAMPLES} samples at most, and each line is hashed once, so the time is linear with a small
 * factor. The pace looks at the deadline.
 */
final class DeflatedShare {

    /** A form may have a quarter less than any that was seen. */
    static final double SAFETY = 0.75;

    private static final int SAMPLES = 4;

    /** The window of deflate, which is filled before a sample, too, so that it is as small as it is within the text. */
    private static final int SAMPLE_CHARS = 1 << 15;

    private static final int MIN_BITS = 1 << 10;

    /** Characters by which a line is known, with its length: few lines are longer, and one may be as long as the text. */
    private static final int HASHED_CHARS = 256;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final byte[] out = new byte[SAMPLE_CHARS];
    private long plain;
    private long deflated;

    private DeflatedShare() {}

    /** The least share of a text's tokens, from 0 to 1, that a lossless form of it can be expected to have. */
    static double leastOf(String text, Pace pace) {
        DeflatedShare share = new DeflatedShare();
        try {
            if (text.length() <= SAMPLES * SAMPLE_CHARS) {
                share.add(text, 0, text.length());
            } else {
                for (int i = 0; i < SAMPLES; i++) {
                    int start = (int) ((long) (text.length() - SAMPLE_CHARS) * i / (SAMPLES - 1));
                    share.add(text, start, start + SAMPLE_CHARS);
                }
            }
        } finally {
            share.deflater.end();
        }
        double left = share.plain == 0 ? 0 : Math.min(1, (double) share.deflated / share.plain);
        return SAFETY * left * newShare(text, pace);
    }

    private void add(String text, int start, int end) {
        byte[] sample = bytes(text, start, end);
        deflater.reset();
        if (start > 0) {
            deflater.setDictionary(bytes(text, Math.max(0, start - SAMPLE_CHARS), start));
        }
        deflater.setInput(sample);
        deflater.finish();
        while (!deflater.finished()) {
            deflated += deflater.deflate(out);
        }
        plain += sample.length;
    }

    private static byte[] bytes(String text, int start, int end) {
        return text.substring(start, end).getBytes(StandardCharsets.UTF_8);
    }

    /** The share of a text in lines that did not come before; some may be taken for others, which they only resemble. */
    private static double newShare(String text, Pace pace) {
        int bits = Math.max(MIN_BITS, Integer.highestOneBit(text.length()));
        BitSet seen = new BitSet(bits);
        long added = 0;
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed + 1;
            int hashed = Math.min(end - start, HASHED_CHARS);
            pace.step(hashed);
            int hash = end - start;
            for (int i = start; i < start + hashed; i++) {
                hash = 31 * hash + text.charAt(i);
            }
            int place = (hash ^ hash >>> 15) & bits - 1;
            added += seen.get(place) ? 0 : end - start;
            seen.set(place);
            start = end;
        }
        return (double) added / Math.max(1, text.length());
    }
}
