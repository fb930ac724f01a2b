package io.github.headroom4j;

import io.github.headroom4j.token.TokenBudget;
import java.util.Objects;

/**
 * What may be done to the results of one tool, and when it is worth doing. Immutable and thread-safe.
 *
 * @param fidelity how far compression may go
 * @param budget how small the result shall become
 * @param minTokens texts of at most so many tokens are left alone
 * @param minSavedFraction the share of tokens that must be saved for a compressed text to be worth its oddity, in [0, 1)
 */
public record CompressionPolicy(Fidelity fidelity, TokenBudget budget, int minTokens, double minSavedFraction) {

    /** Below this, marker and elision notes eat what is saved, and models read small texts well anyway. */
    public static final int DEFAULT_MIN_TOKENS = 200;

    /** A twentieth: less is noise beside the cost of an unfamiliar format. */
    public static final double DEFAULT_MIN_SAVED_FRACTION = 0.05;

    private static final CompressionPolicy REVERSIBLE = of(Fidelity.REVERSIBLE);
    private static final CompressionPolicy LOSSLESS = of(Fidelity.LOSSLESS);
    private static final CompressionPolicy VERBATIM = of(Fidelity.VERBATIM);

    /** Validates the components. */
    public CompressionPolicy {
        Objects.requireNonNull(fidelity, "fidelity");
        Objects.requireNonNull(budget, "budget");
        if (minTokens < 0) {
            throw new IllegalArgumentException("minTokens must not be negative, but was " + minTokens);
        }
        if (!(minSavedFraction >= 0 && minSavedFraction < 1)) {
            throw new IllegalArgumentException("minSavedFraction must be in [0, 1), but was " + minSavedFraction);
        }
    }

    /**
     * Repack, then select as far as it is safe; the default.
     *
     * @return the policy with default thresholds
     */
    public static CompressionPolicy reversible() {
        return REVERSIBLE;
    }

    /**
     * Repack only.
     *
     * @return the policy with default thresholds
     */
    public static CompressionPolicy lossless() {
        return LOSSLESS;
    }

    /**
     * Touch nothing.
     *
     * @return the policy
     */
    public static CompressionPolicy verbatim() {
        return VERBATIM;
    }

    /**
     * The same with another budget.
     *
     * @param newBudget how small the result shall become
     * @return a changed copy
     */
    public CompressionPolicy withBudget(TokenBudget newBudget) {
        return new CompressionPolicy(fidelity, newBudget, minTokens, minSavedFraction);
    }

    /**
     * The same with another lower limit.
     *
     * @param newMinTokens texts of at most so many tokens are left alone, not negative
     * @return a changed copy
     */
    public CompressionPolicy withMinTokens(int newMinTokens) {
        return new CompressionPolicy(fidelity, budget, newMinTokens, minSavedFraction);
    }

    /**
     * The same with another demand on savings.
     *
     * @param newMinSavedFraction in [0, 1)
     * @return a changed copy
     */
    public CompressionPolicy withMinSavedFraction(double newMinSavedFraction) {
        return new CompressionPolicy(fidelity, budget, minTokens, newMinSavedFraction);
    }

    private static CompressionPolicy of(Fidelity fidelity) {
        return new CompressionPolicy(
                fidelity, TokenBudget.asFarAsSafe(), DEFAULT_MIN_TOKENS, DEFAULT_MIN_SAVED_FRACTION);
    }
}
