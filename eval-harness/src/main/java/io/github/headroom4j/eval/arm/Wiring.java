package io.github.headroom4j.eval.arm;

import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.CompressionPolicy;
import io.github.headroom4j.Fidelity;
import io.github.headroom4j.Headroom;
import java.util.function.UnaryOperator;

/**
 * How the library is put together in an arm. Immutable.
 *
 * @param parts replaces parts of the engine; gives back the builder it gets
 * @param retrieve whether the agent has the retrieve tool
 * @param asked whether the engine is told the question and the call's arguments
 */
record Wiring(UnaryOperator<Headroom.Builder> parts, boolean retrieve, boolean asked) {

    /** As a user gets it who says nothing. */
    static final Wiring STANDARD = new Wiring(builder -> builder, true, true);

    /**
     * Nothing is left out. Then there is nothing to retrieve, and the tool's specification would be a needless cost.
     */
    static final Wiring LOSSLESS =
            new Wiring(builder -> builder.policies(CompressionPolicies.losslessOnly()), false, true);

    /** Under a policy for all tools but those whose text is an instruction. */
    static Wiring of(CompressionPolicy policy) {
        CompressionPolicies policies = CompressionPolicies.standard().with("*", policy);
        return new Wiring(builder -> builder.policies(policies), policy.fidelity() == Fidelity.REVERSIBLE, true);
    }

    /** The standard with other parts. */
    static Wiring with(UnaryOperator<Headroom.Builder> parts) {
        return new Wiring(parts, true, true);
    }
}
