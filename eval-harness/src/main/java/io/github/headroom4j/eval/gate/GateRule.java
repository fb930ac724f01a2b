package io.github.headroom4j.eval.gate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What one workload must reach. Immutable.
 *
 * @param arm the arm that is judged
 * @param minSaved at least so many percent of all input tokens must be saved against {@code none}
 * @param maxSavedDrop the savings may be at most so many points below the baseline's
 * @param f1Margin by how many points of F1 the arm may be worse, against {@code none} and against the baseline
 * @param againstNone whether F1 must be shown to be non-inferior to {@code none}, or is only reported
 * @param againstBaseline whether F1 must be shown to be non-inferior to the baseline's, or is only reported
 * @param maxLost at most so many pieces of evidence may be lost
 * @param maxLatencyRatio the 99th percentile of compression time may be at most so many times the baseline's; null if it is
 *     not judged, which is right wherever a run and its baseline may come from different machines
 */
record GateRule(
        String arm,
        double minSaved,
        double maxSavedDrop,
        double f1Margin,
        Demand againstNone,
        Demand againstBaseline,
        int maxLost,
        @Nullable Double maxLatencyRatio) {

    /** Whether a finding decides. */
    enum Demand {
        /** A run that does not show it fails, or can not be judged. */
        @JsonProperty("require")
        REQUIRE,
        /** It is told and decides nothing. */
        @JsonProperty("report")
        REPORT
    }

    static final GateRule STANDARD = new GateRule("headroom", 0, 1, 2, Demand.REQUIRE, Demand.REQUIRE, 0, null);

    @JsonCreator
    GateRule {
        check(minSaved < 100, "minSaved must be below 100 percent, but was " + minSaved);
        check(maxSavedDrop >= 0, "maxSavedDrop must not be negative, but was " + maxSavedDrop);
        check(f1Margin > 0 && f1Margin <= 100, "f1Margin must be in (0, 100] points, but was " + f1Margin);
        check(maxLost >= 0, "maxLost must not be negative, but was " + maxLost);
        check(
                maxLatencyRatio == null || maxLatencyRatio > 0,
                "maxLatencyRatio must be positive, but was " + maxLatencyRatio);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
