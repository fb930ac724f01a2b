package io.github.headroom4j.eval.run;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import java.util.List;
import java.util.Map;

/** Runs every case several times, each time with another runner, and puts the results together. Thread-safe if they are. */
public final class DrawsRunner implements CaseRunner {

    private final List<CaseRunner> draws;

    /**
     * A runner of several draws.
     *
     * @param draws runners of the same arms whose results have readings, at least one
     */
    public DrawsRunner(List<CaseRunner> draws) {
        if (draws.isEmpty()) {
            throw new IllegalArgumentException("draws must not be empty");
        }
        this.draws = List.copyOf(draws);
    }

    @Override
    public List<ArmInfo> arms() {
        return draws.get(0).arms();
    }

    @Override
    public CaseRun begin(EvalCase evalCase) {
        List<CaseRun> runs = draws.stream().map(draw -> draw.begin(evalCase)).toList();
        return new CaseRun() {
            @Override
            public CaseResult in(String arm) {
                return CaseResult.ofDraws(runs.stream().map(run -> run.in(arm)).toList());
            }

            @Override
            public Map<String, List<Long>> nanos() {
                // The library does the same in every draw, up to the first answer.
                return runs.get(0).nanos();
            }
        };
    }
}
