package io.github.headroom4j.eval.sweep;

import io.github.headroom4j.eval.arm.Arm;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.report.PairedFigures;
import io.github.headroom4j.eval.run.CaseRunner.CaseRun;
import io.github.headroom4j.eval.run.ToolRunner;
import io.github.headroom4j.eval.stats.Protocol;
import io.github.headroom4j.eval.workload.ToolWorkload;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs cases with recorded tool calls at several settings of the library, and naive cuts at the tokens that it spent with each,
 * result by result. Deterministic; as many cases at a time as there are processors.
 */
public final class Frontier {

    private final TokenCounter counter;
    private final List<Setting> settings;
    private final Arm baseline;

    /**
     * A frontier.
     *
     * @param counter what counts tokens, preferably a cached one
     * @param settings at least one, in the order of the points
     */
    public Frontier(TokenCounter counter, List<Setting> settings) {
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("settings must not be empty");
        }
        this.counter = counter;
        this.settings = List.copyOf(settings);
        this.baseline = Arms.of(counter).select(List.of()).get(0);
    }

    /**
     * Runs.
     *
     * @param workload whose
     * @param cases at least one of its cases
     * @param done gets each case when it is done, on the thread that ran it
     * @return points setting by setting, of each the library's first
     */
    public List<FrontierPoint> run(ToolWorkload workload, List<EvalCase> cases, Consumer<EvalCase> done) {
        List<CaseResult> before = new ArrayList<>();
        Map<Key, List<CaseResult>> after = new LinkedHashMap<>();
        for (Measured one : CaseWork.each(cases, evalCase -> measure(workload, evalCase, done))) {
            before.add(one.before());
            one.after()
                    .forEach((key, result) ->
                            after.computeIfAbsent(key, any -> new ArrayList<>()).add(result));
        }
        Protocol protocol = Protocol.standard();
        return after.entrySet().stream()
                .map(entry -> new FrontierPoint(
                        workload.name(),
                        entry.getKey().setting(),
                        entry.getKey().arm(),
                        PairedFigures.of(before, entry.getValue(), protocol)))
                .toList();
    }

    private record Key(Setting setting, String arm) {}

    private record Measured(CaseResult before, Map<Key, CaseResult> after) {}

    private Measured measure(ToolWorkload workload, EvalCase evalCase, Consumer<EvalCase> done) {
        Map<Key, CaseResult> results = new LinkedHashMap<>();
        CaseResult before = begin(workload, evalCase, settings.get(0)).in(Arms.BASELINE);
        for (Setting setting : settings) {
            CaseRun run = begin(workload, evalCase, setting);
            results.put(new Key(setting, Arms.HEADROOM), run.in(Arms.HEADROOM));
            Arms.naive().forEach(arm -> results.put(new Key(setting, arm.name()), run.in(arm.name())));
        }
        done.accept(evalCase);
        return new Measured(before, results);
    }

    private CaseRun begin(ToolWorkload workload, EvalCase evalCase, Setting setting) {
        return workload.runner(armsAt(setting), counter).begin(evalCase);
    }

    private ToolRunner.ArmSet armsAt(Setting setting) {
        Arm ours = Arms.headroom(setting.policy(), counter);
        List<Arm> all = new ArrayList<>(List.of(baseline, ours));
        all.addAll(Arms.naive());
        return new ToolRunner.ArmSet(all, List.of(), ours);
    }
}
