package io.github.headroom4j.eval.workload.afterwards;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many sessions are made of a workload's cases.
 *
 * @param perCluster cases of one cluster at most
 * @param perSplit cases of one split at most
 */
public record Draw(int perCluster, int perSplit) {

    /** Every case. */
    public static final Draw ALL = new Draw(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** Draws by the hashes of ids; what is drawn comes in the order of the cases. */
    List<EvalCase> of(List<EvalCase> cases) {
        Map<String, Integer> drawn = new HashMap<>();
        List<EvalCase> wanted = new ArrayList<>();
        Sha256.drawn(cases, EvalCase::id).stream()
                .filter(one -> drawn.getOrDefault("cluster " + one.cluster(), 0) < perCluster
                        && drawn.getOrDefault("split " + one.split(), 0) < perSplit)
                .forEach(one -> {
                    drawn.merge("cluster " + one.cluster(), 1, Integer::sum);
                    drawn.merge("split " + one.split(), 1, Integer::sum);
                    wanted.add(one);
                });
        return cases.stream().filter(wanted::contains).toList();
    }
}
