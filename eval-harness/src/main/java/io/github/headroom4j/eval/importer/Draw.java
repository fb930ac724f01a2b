package io.github.headroom4j.eval.importer;

import io.github.headroom4j.eval.dataset.Sha256;
import java.util.Random;

/**
 * What chance decides, decided by a seed and by what it is decided for, so that neither the order of a file nor what else is in
 * it matters. {@link Random} and {@link java.util.Collections#shuffle} are the same on every JVM by their specification.
 */
public final class Draw {

    private Draw() {}

    /**
     * A generator.
     *
     * @param seed the seed
     * @param purpose what is drawn
     * @param id what it is drawn for
     * @return a new generator, the same for the same arguments
     */
    public static Random random(long seed, String purpose, String id) {
        return new Random(bits(seed, purpose, id));
    }

    /**
     * A share that no seed changes.
     *
     * @param purpose what is drawn
     * @param id what it is drawn for
     * @return uniform in [0, 1)
     */
    public static double share(String purpose, String id) {
        return (bits(0, purpose, id) >>> 11) * 0x1.0p-53;
    }

    /**
     * Sixty-four bits that look like chance.
     *
     * @param seed the seed
     * @param purpose what is drawn
     * @param id what it is drawn for
     * @return the same for the same arguments
     */
    public static long bits(long seed, String purpose, String id) {
        return Long.parseUnsignedLong(
                Sha256.of(seed + "\n" + purpose + "\n" + id).substring(0, 16), 16);
    }
}
