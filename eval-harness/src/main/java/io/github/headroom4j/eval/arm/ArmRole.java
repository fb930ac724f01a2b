package io.github.headroom4j.eval.arm;

import java.util.Locale;

/**
 * What an arm is there for. Told by its name, so that reports and baselines of older runs can be read by the same rule. Thread-safe.
 */
public enum ArmRole {
    /** What all others are compared with. */
    BASELINE,
    /** The baseline once more: every difference must be exactly 0. */
    SAME,
    /** The library without leaving anything out. */
    LOSSLESS,
    /** The library. */
    OURS,
    /** Something simpler, to be beaten. */
    NAIVE,
    /** Harmful on purpose: it must be found worse, or the measurement is blind. */
    CONTROL;

    /**
     * The role of an arm.
     *
     * @param arm its name
     * @return its role; {@link #NAIVE} for names that say nothing
     */
    public static ArmRole of(String arm) {
        if (arm.equals(Arms.BASELINE)) {
            return BASELINE;
        }
        if (arm.equals(Arms.AGAIN)) {
            return SAME;
        }
        if (arm.startsWith(Arms.LOSSLESS)) {
            return LOSSLESS;
        }
        if (arm.startsWith(Arms.HEADROOM)) {
            return OURS;
        }
        return arm.startsWith(Arms.RANDOM) || arm.startsWith("mutant") ? CONTROL : NAIVE;
    }

    /**
     * Whether arms of this role are there to be compared with: naive ones, controls, and the baseline once more.
     *
     * @return false for the baseline itself and for the library's own arms
     */
    public boolean isComparison() {
        return this == SAME || this == NAIVE || this == CONTROL;
    }

    /**
     * As files name it.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
