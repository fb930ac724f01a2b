package io.github.headroom4j.eval.workload.codereview.mutation;

import java.util.List;

/** All mutators, one for each category. */
final class Mutators {

    private Mutators() {}

    static List<Mutator> all() {
        return List.of(
                new MissingUnlock(),
                new MissingNullCheck(),
                new ConstantMismatch(),
                new UnguardedField(),
                new BrokenContract(),
                new SwappedArguments(),
                new EqualsHashCode(),
                new LostOverride(),
                new ForgottenField(),
                new ResourceLeak(),
                new OffByOne(),
                new NegatedCondition(),
                new ReferenceEquality(),
                new SwallowedException(),
                new IntegerOverflow(),
                new SwitchFallThrough());
    }
}
