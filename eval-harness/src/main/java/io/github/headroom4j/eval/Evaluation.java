package io.github.headroom4j.eval;

import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.reader.model.ModelStop;
import io.github.headroom4j.eval.report.Progress;
import io.github.headroom4j.eval.report.Report;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs all cases in all arms, as many at a time as there are processors; results come in the order of the cases. */
final class Evaluation {

    /** Counts of this much text are remembered: every text of all cases in progress, raw and compressed. */
    static final int COUNT_CACHE_CHARS = 64 << 20;

    /** A case under way when a run stops ends at its next request, which is not sent. */
    private static final int MAX_FINISH_MINUTES = 10;

    /** A workload with the cases to run. */
    record Task(Workload workload, List<EvalCase> cases) {}

    private final Map<Workload, CaseRunner> runners = new LinkedHashMap<>();
    private final List<String> wanted;
    private final int threads;

    /**
     * An evaluation.
     *
     * @param workloads all that may be run
     * @param armNames which arms, all if empty; each workload runs those of them that it has, and the baseline
     */
    Evaluation(List<Workload> workloads, List<String> armNames) {
        this(workloads, armNames, RunReader.deterministic());
    }

    /**
     * An evaluation with a reader of one's own.
     *
     * @param workloads all that may be run
     * @param armNames which arms, all if empty
     * @param reader who answers
     */
    Evaluation(List<Workload> workloads, List<String> armNames, RunReader reader) {
        this.threads = reader.threads();
        TokenCounter counter = TokenCounter.o200k().cached(COUNT_CACHE_CHARS);
        workloads.forEach(workload -> runners.put(workload, reader.runner(workload, counter)));
        Set<String> known = runners.values().stream()
                .flatMap(runner -> runner.arms().stream())
                .map(CaseRunner.ArmInfo::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String name : armNames) {
            if (!known.contains(name)) {
                throw new EvalException("unknown arm '" + name + "'; known are " + String.join(", ", known));
            }
        }
        wanted = List.copyOf(armNames);
    }

    /** The arms that a workload runs, in the order of reports. */
    List<Report.ArmAbout> armsOf(Workload workload) {
        return runner(workload).arms().stream()
                .filter(this::isWanted)
                .map(arm -> new Report.ArmAbout(arm.name(), arm.about()))
                .toList();
    }

    private boolean isWanted(CaseRunner.ArmInfo arm) {
        return arm.name().equals(Arms.BASELINE)
                || (wanted.isEmpty() ? !arm.onlyWhenAsked() : wanted.contains(arm.name()));
    }

    private CaseRunner runner(Workload workload) {
        return Objects.requireNonNull(runners.get(workload), workload.name());
    }

    List<CaseResult> run(List<Task> tasks, RunJournal journal, Progress progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
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
            if (e.getCause() instanceof ModelStop) {
                finishRequests(pool);
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Begins nothing new, and waits for what is under way: its answers are paid for, and may be recorded. */
    private static void finishRequests(ExecutorService pool) {
        pool.shutdown();
        if (pool instanceof ThreadPoolExecutor waiting) {
            waiting.getQueue().clear();
        }
        try {
            if (!pool.awaitTermination(MAX_FINISH_MINUTES, TimeUnit.MINUTES)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<CaseResult> run(Workload workload, EvalCase evalCase, RunJournal journal) {
        CaseRunner.CaseRun run = runner(workload).begin(evalCase);
        List<CaseResult> results = new ArrayList<>();
        for (Report.ArmAbout arm : armsOf(workload)) {
            Optional<CaseResult> known = journal.find(workload.name(), evalCase.id(), arm.name());
            if (known.isEmpty()) {
                known = Optional.of(run(run, workload, evalCase, arm.name()));
                journal.add(known.get());
            }
            results.add(known.get());
        }
        return results;
    }

    private static CaseResult run(CaseRunner.CaseRun run, Workload workload, EvalCase evalCase, String arm) {
        try {
            return run.in(arm);
        } catch (ModelStop e) {
            throw e;
        } catch (RuntimeException e) {
            throw new EvalException(
                    "case " + evalCase.id() + " of " + workload.name() + " failed in arm " + arm + ": " + e, e);
        }
    }
}
