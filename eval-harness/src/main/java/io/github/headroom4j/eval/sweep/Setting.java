package io.github.headroom4j.eval.sweep;

import io.github.headroom4j.CompressionPolicy;
import io.github.headroom4j.Fidelity;
import io.github.headroom4j.token.TokenBudget;
import java.util.List;

/**
 * How far the library may go with each tool result at one point of the frontier. Immutable.
 *
 * @param label as options and reports name it: {@code lossless}, {@code safe}, or tokens
 * @param policy what it stands for
 */
public record Setting(String label, CompressionPolicy policy) {

    /** Re-encodes, leaves nothing out. */
    public static final Setting LOSSLESS = new Setting("lossless", CompressionPolicy.lossless());

    /** Leaves out as far as it is safe; the default of the library. */
    public static final Setting SAFE = new Setting("safe", CompressionPolicy.reversible());

    /** From keeping all to keeping little. */
    public static final List<Setting> STANDARD =
            List.of(LOSSLESS, SAFE, tokens(4000), tokens(2000), tokens(1000), tokens(500), tokens(250));

    /**
     * A budget for each tool result.
     *
     * @param limit tokens, positive
     * @return the setting
     * @throws IllegalArgumentException if {@code limit} is not positive
     */
    public static Setting tokens(int limit) {
        return new Setting(String.valueOf(limit), CompressionPolicy.reversible().withBudget(TokenBudget.tokens(limit)));
    }

    /**
     * A setting by its label.
     *
     * @param label {@code lossless}, {@code safe}, or a number of tokens
     * @return the setting
     * @throws IllegalArgumentException if it is none of these; the message names it
     */
    public static Setting of(String label) {
        if (label.equals(LOSSLESS.label())) {
            return LOSSLESS;
        }
        if (label.equals(SAFE.label())) {
            return SAFE;
        }
        if (!label.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(
                    "a point must be lossless, safe or a number of tokens, but was '" + label + "'");
        }
        return tokens(Integer.parseInt(label));
    }

    Fidelity fidelity() {
        return policy.fidelity();
    }

    boolean isBounded() {
        return policy.budget().bounded();
    }
}
