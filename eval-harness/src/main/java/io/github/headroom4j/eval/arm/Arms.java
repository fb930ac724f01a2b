package io.github.headroom4j.eval.arm;

import io.github.headroom4j.CompressionPolicy;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arms there are. Immutable and thread-safe. */
public final class Arms {

    /** The arm that all others are compared with. */
    public static final String BASELINE = "none";

    /** The arm that is the baseline once more: what differs between them is noise. */
    public static final String AGAIN = "none-again";

    /** The arm whose spending bounds the naive ones. */
    public static final String HEADROOM = "headroom";

    /** The library without leaving anything out. */
    public static final String LOSSLESS = "lossless";

    /** A control that must do badly. */
    static final String RANDOM = "random";

    private final Map<String, Arm> arms = new LinkedHashMap<>();

    private Arms(TokenCounter counter) {
        add(new PlainArm(BASELINE, "results as recorded"));
        add(new PlainArm(AGAIN, "the same once more (A/A)"));
        add(new HeadroomArm(LOSSLESS, "re-encoded, nothing left out", Wiring.LOSSLESS, counter));
        naive().forEach(this::add);
        add(new HeadroomArm(HEADROOM, "reversible, the default", Wiring.STANDARD, counter));
    }

    /**
     * All arms.
     *
     * @param counter what the library counts tokens with
     * @return the arms
     */
    public static Arms of(TokenCounter counter) {
        return new Arms(counter);
    }

    /**
     * Cuts that know nothing of what they cut, the control among them.
     *
     * @return arms that spend as many tokens as they are allowed, in the order of reports
     */
    public static List<Arm> naive() {
        LineCuts cuts = new LineCuts(TokenCounter.o200k());
        return List.of(
                new CuttingArm("head", "first lines, as many tokens as headroom used", cuts::head),
                new CuttingArm("tail", "last lines, as many tokens as headroom used", cuts::tail),
                new CuttingArm(RANDOM, "lines drawn at random, as many tokens as headroom used", cuts::random));
    }

    /**
     * The library under a policy of one's own, but for tools whose text is an instruction.
     *
     * @param policy what applies to all other tools
     * @param counter what the library counts tokens with
     * @return an arm with the name {@link #HEADROOM}; with the retrieve tool if the policy lets anything be left out
     */
    public static Arm headroom(CompressionPolicy policy, TokenCounter counter) {
        return new HeadroomArm(HEADROOM, "under another policy", Wiring.of(policy), counter);
    }

    /**
     * All names.
     *
     * @return names in the order of reports
     */
    public List<String> names() {
        return List.copyOf(arms.keySet());
    }

    /**
     * Arms by name.
     *
     * @param names which; the baseline comes first whether named or not
     * @return the arms in the order of reports
     * @throws IllegalArgumentException if there is no such arm; the message lists those there are
     */
    public List<Arm> select(List<String> names) {
        for (String name : names) {
            if (!arms.containsKey(name)) {
                throw new IllegalArgumentException(
                        "unknown arm '" + name + "'; known are " + String.join(", ", arms.keySet()));
            }
        }
        List<Arm> selected = new ArrayList<>();
        arms.forEach((name, arm) -> {
            if (name.equals(BASELINE) || names.contains(name)) {
                selected.add(arm);
            }
        });
        return selected;
    }

    /**
     * The arm whose spending bounds the naive ones.
     *
     * @return the arm {@link #HEADROOM}
     */
    public Arm headroom() {
        return select(List.of(HEADROOM)).get(1);
    }

    private void add(Arm arm) {
        arms.put(arm.name(), arm);
    }
}
