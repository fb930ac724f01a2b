package io.github.headroom4j.eval.sweep;

import io.github.headroom4j.eval.arm.Ablations;
import io.github.headroom4j.eval.arm.Arm;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.report.PairedFigures;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.stats.Protocol;
import io.github.headroom4j.eval.workload.ToolWorkload;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What each part of the library earns: the same cases in the whole of it, in its lossless step alone, and without one part after
 * the other. Deterministic; as many cases at a time as there are processors.
 */
public final class AblationStudy {

    private final TokenCounter counter;
    private final List<Arm> arms;

    /**
     * A study.
     *
     * @param counter what counts tokens, preferably a cached one
     */
    public AblationStudy(TokenCounter counter) {
        this.counter = counter;
        Arms known = Arms.of(counter);
        List<Arm> all = new ArrayList<>();
        all.add(known.headroom());
        all.add(known.select(List.of(Arms.LOSSLESS)).get(1));
        all.addAll(Ablations.of(counter));
        arms = List.copyOf(all);
    }

    /**
     * Runs.
     *
     * @param workload whose
     * @param cases at least one of its cases
     * @param done gets each case when it is done, on the thread that ran it
     * @return the whole library first, then its lossless step, then what is without one part
     */
    public List<Ablated> run(ToolWorkload workload, List<EvalCase> cases, Consumer<EvalCase> done) {
        CaseRunner runner = workload.runner(counter);
        List<Map<String, CaseResult>> results = CaseWork.each(cases, evalCase -> {
            CaseRunner.CaseRun run = runner.begin(evalCase);
            Map<String, CaseResult> byArm = new HashMap<>();
            byArm.put(Arms.BASELINE, run.in(Arms.BASELINE));
            arms.forEach(arm -> byArm.put(arm.name(), run.in(arm.name())));
            done.accept(evalCase);
            return byArm;
        });
        List<CaseResult> none = of(Arms.BASELINE, results);
        List<CaseResult> full = of(Arms.HEADROOM, results);
        Protocol protocol = Protocol.standard();
        return arms.stream()
                .map(arm -> new Ablated(
                        workload.name(),
                        arm.name(),
                        arm.about(),
                        PairedFigures.of(none, of(arm.name(), results), protocol),
                        PairedFigures.of(full, of(arm.name(), results), protocol)))
                .toList();
    }

    private static List<CaseResult> of(String arm, List<Map<String, CaseResult>> results) {
        return results.stream()
                .map(byArm -> Objects.requireNonNull(byArm.get(arm), arm))
                .toList();
    }
}
