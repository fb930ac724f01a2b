package io.github.headroom4j.eval.arm;

import io.github.headroom4j.token.TokenCounter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arms of sessions with questions after the fact. Immutable and thread-safe. */
public final class LateArms {

    /** What is left out cannot be read back. */
    public static final String UNRETRIEVED = "headroom-unretrieved";

    private static final String EQUAL = " of each result, as many tokens as headroom spent in the whole session";

    private static final Set<String> BOUNDED = Set.of("head", "tail");

    private final Map<String, Arm> arms = new LinkedHashMap<>();

    /**
     * The arms.
     *
     * @param counter what the library counts tokens with
     */
    public LateArms(TokenCounter counter) {
        LineCuts cuts = new LineCuts(TokenCounter.o200k());
        add(new PlainArm(Arms.BASELINE, "results as recorded"));
        add(new CuttingArm("head", "first lines" + EQUAL, cuts::head));
        add(new CuttingArm("tail", "last lines" + EQUAL, cuts::tail));
        add(new UnretrievedArm(UNRETRIEVED, "as headroom, without the retrieve tool", counter));
        add(new HeadroomArm(Arms.HEADROOM, "reversible, the default", Wiring.STANDARD, counter));
    }

    /**
     * All arms.
     *
     * @return in the order of reports, the baseline first
     */
    public List<Arm> all() {
        return List.copyOf(arms.values());
    }

    /**
     * An arm.
     *
     * @param name its name
     * @return the arm
     * @throws IllegalArgumentException if there is none of that name
     */
    public Arm named(String name) {
        Arm arm = arms.get(name);
        if (arm == null) {
            throw new IllegalArgumentException("unknown arm '" + name + "'");
        }
        return arm;
    }

    /**
     * Whether an arm may spend only what headroom did.
     *
     * @param name an arm's name
     * @return whether it asks for allowances
     */
    public boolean isBounded(String name) {
        return BOUNDED.contains(name);
    }

    private void add(Arm arm) {
        arms.put(arm.name(), arm);
    }
}
