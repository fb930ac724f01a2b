package io.github.headroom4j.eval;

import io.github.headroom4j.eval.arm.Arm;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.replay.SessionTokens;
import io.github.headroom4j.eval.report.Progress;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs all cases in all arms, as many at a time as there are processors; results come in the order of the cases. */
final class Evaluation {

    /** Counts of this much text are remembered: every text of all cases in progress, raw and compressed. */
    static final int COUNT_CACHE_CHARS = 64 << 20;

    /** A workload with the cases to run. */
    record Task(Workload workload, List<EvalCase> cases) {}

    private final Arms arms;
    private final List<Arm> selected;
    private final SessionTokens tokens;

    Evaluation(List<String> armNames) {
        TokenCounter counter = TokenCounter.o200k().cached(COUNT_CACHE_CHARS);
        arms = Arms.of(counter);
        try {
            selected = arms.select(armNames.isEmpty() ? arms.defaults() : armNames);
        } catch (IllegalArgumentException e) {
            throw new EvalException(String.valueOf(e.getMessage()));
        }
        tokens = new SessionTokens(counter);
    }

    List<Arm> arms() {
        return selected;
    }

    List<CaseResult> run(List<Task> tasks, RunJournal journal, Progress progress) {
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<List<CaseResult>>> running = new ArrayList<>();
            for (Task task : tasks) {
                for (EvalCase evalCase : task.cases()) {
                    running.add(pool.submit(() -> {
                        List<CaseResult> results = run(task.workload(), evalCase, journal);
                        progress.step();
                        return results;
                    }));
                }
            }
            List<CaseResult> results = new ArrayList<>();
            for (Future<List<CaseResult>> one : running) {
                results.addAll(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EvalException("interrupted; run again to go on");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private List<CaseResult> run(Workload workload, EvalCase evalCase, RunJournal journal) {
        CaseRun run = new CaseRun(workload, evalCase, arms, tokens);
        List<CaseResult> results = new ArrayList<>();
        for (Arm arm : selected) {
            Optional<CaseResult> known = journal.find(workload.name(), evalCase.id(), arm.name());
            if (known.isEmpty()) {
                known = Optional.of(run.run(arm));
                journal.add(known.get());
            }
            results.add(known.get());
        }
        return results;
    }
}
