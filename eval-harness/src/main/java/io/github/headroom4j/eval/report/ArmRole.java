package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.arm.Arms;
import java.util.Locale;

/** What an arm is there for. Told by its name, so that reports of older runs can be read by the same rule. */
enum ArmRole {
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

    static ArmRole of(String arm) {
        if (arm.equals(Arms.BASELINE)) {
            return BASELINE;
        }
        if (arm.equals("none-again")) {
            return SAME;
        }
        if (arm.startsWith("lossless")) {
            return LOSSLESS;
        }
        if (arm.startsWith(Arms.HEADROOM)) {
            return OURS;
        }
        return arm.startsWith("random") || arm.startsWith("mutant") ? CONTROL : NAIVE;
    }

    /** As files name it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
