package io.github.headroom4j.eval.content;

import java.util.List;
import java.util.Optional;

/**
 * What the design asks for on typical data of a type, as shares of tokens saved.
 *
 * @param type the label
 * @param losslessOrNegative the lossless target, negative where there is none
 * @param reversible the reversible target
 */
record Target(String type, double losslessOrNegative, double reversible) {

    private static final List<Target> ALL = List.of(
            new Target("json", 0.55, 0.90),
            new Target("tables", 0.25, 0.85),
            new Target("logs", 0.65, 0.94),
            new Target("build", -1, 0.90),
            new Target("search", 0.55, 0.92),
            new Target("diff", -1, 0.35),
            new Target("code", -1, 0.60),
            new Target("html", -1, 0.60),
            new Target("markdown", -1, 0.60),
            new Target("prose", -1, 0.60));

    static Optional<Target> of(String type) {
        return ALL.stream().filter(target -> target.type.equals(type)).findFirst();
    }
}
