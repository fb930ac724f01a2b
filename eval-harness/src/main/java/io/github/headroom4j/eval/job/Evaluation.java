package io.github.headroom4j.eval.job;

import io.github.headroom4j.eval.arm.ArmRole;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.reader.model.ModelStop;
import io.github.headroom4j.eval.report.Latencies;
import io.github.headroom4j.eval.report.Progress;
import io.github.headroom4j.eval.report.Report;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs all cases in all arms, as many at a time as there are processors; results come in the order of the cases. */
public final class Evaluation {

    /** Counts of this many characters are remembered: every text of all cases in progress, raw and compressed. */
    public static final int COUNT_CACHE_CHARS = 64 << 20;

    /** A case under way when a run stops ends at its next request, which is not sent. */
    private static final int MAX_FINISH_MINUTES = 10;

    /** A workload with the cases to run, and the ids of those that run in naive arms and controls, too. */
    record Task(Workload workload, List<EvalCase> cases, Set<String> compared) {

        /** All cases in all arms. */
        Task(Workload workload, List<EvalCase> cases) {
            this(workload, cases, cases.stream().map(EvalCase::id).collect(Collectors.toUnmodifiableSet()));
        }
    }

    private final TokenCounter counter = TokenCounter.o200k().cached(COUNT_CACHE_CHARS);
    private final Map<Workload, CaseRunner> runners = new ConcurrentHashMap<>();
    private final List<String> wanted;
    private final RunReader reader;

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
        this.reader = reader;
        Set<String> known = workloads.stream()
                .filter(workload -> !armNames.isEmpty())
                .flatMap(workload -> workload.runner(counter).arms().stream())
                .map(CaseRunner.ArmInfo::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        armNames.forEach(name -> Names.require("arm", name, known));
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

    /** The arms of one case. */
    private List<String> armsOf(Task task, EvalCase evalCase) {
        return runner(task.workload()).arms().stream()
                .filter(this::isWanted)
                .filter(arm -> !ArmRole.of(arm.name()).isComparison()
                        || task.compared().contains(evalCase.id()))
                .map(CaseRunner.ArmInfo::name)
                .toList();
    }

    private CaseRunner runner(Workload workload) {
        return runners.computeIfAbsent(workload, one -> {
            try {
                return reader.runner(one, counter);
            } catch (UnsupportedOperationException e) {
                throw EvalException.usage(
                        "the reader " + reader.about().kind() + " can not be used: " + e.getMessage());
            }
        });
    }

    List<CaseResult> run(List<Task> tasks, RunJournal journal, Progress progress) {
        return run(tasks, journal, progress, new Latencies());
    }

    List<CaseResult> run(List<Task> tasks, RunJournal journal, Progress progress, Latencies latencies) {
        ExecutorService pool = Executors.newFixedThreadPool(reader.threads());
        try {
            List<Future<List<CaseResult>>> running = new ArrayList<>();
            for (Task task : tasks) {
                for (EvalCase evalCase : task.cases()) {
                    running.add(pool.submit(() -> {
                        boolean known = isFinished(task, evalCase, journal);
                        List<CaseResult> results = run(task, evalCase, journal, latencies);
                        if (known) {
                            progress.skip();
                        } else {
                            progress.step();
                        }
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
            if (e.getCause() instanceof ModelStop stop) {
                finishRequests(pool);
                throw stopped(stop, journal);
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private EvalException stopped(ModelStop reason, RunJournal journal) {
        return new EvalException(reason.getMessage() + "\nstopped after " + journal.size()
                + " results, which are kept; the same command goes on from there"
                + reader.spent().map(spent -> " (spent: " + spent + ")").orElse(""));
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

    private boolean isFinished(Task task, EvalCase evalCase, RunJournal journal) {
        return armsOf(task, evalCase).stream()
                .allMatch(arm ->
                        journal.find(task.workload().name(), evalCase.id(), arm).isPresent());
    }

    private List<CaseResult> run(Task task, EvalCase evalCase, RunJournal journal, Latencies latencies) {
        Workload workload = task.workload();
        CaseRunner.CaseRun run = runner(workload).begin(evalCase);
        List<CaseResult> results = new ArrayList<>();
        for (String arm : armsOf(task, evalCase)) {
            Optional<CaseResult> known = journal.find(workload.name(), evalCase.id(), arm);
            if (known.isEmpty()) {
                known = Optional.of(run(run, workload, evalCase, arm));
                journal.add(known.get());
            }
            results.add(known.get());
        }
        latencies.add(workload.name(), run.nanos());
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
