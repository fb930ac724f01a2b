package io.github.headroom4j.eval.importer;

import io.github.headroom4j.eval.dataset.Sha256;
import java.util.Random;

/**
 * What chance decides, decided by a seed and by what it is decided for, so that neither the order of a file nor what else is in
 * it matters. {@link Random} and {@link java.util.Collections#shuffle} are the same on every JVM by their specification.
 */
final class Draw {

    private Draw() {}

    static Random random(long seed, String purpose, String id) {
        return new Random(bits(seed, purpose, id));
    }

    /** Uniform in [0, 1). */
    static double share(String purpose, String id) {
        return (bits(0, purpose, id) >>> 11) * 0x1.0p-53;
    }

    /** Sixty-four bits that look like chance. */
    static long bits(long seed, String purpose, String id) {
        return Long.parseUnsignedLong(
                Sha256.of(seed + "\n" + purpose + "\n" + id).substring(0, 16), 16);
    }
}
