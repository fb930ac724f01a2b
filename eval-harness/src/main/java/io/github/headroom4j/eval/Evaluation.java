package io.github.headroom4j.eval;

import io.github.headroom4j.eval.arm.Arm;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.arm.SessionArms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.replay.SessionTokens;
import io.github.headroom4j.eval.report.Progress;
import io.github.headroom4j.eval.report.Report;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.eval.workload.longsession.LongSessionWorkload;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.HashMap;
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
import java.util.function.Function;

/** Runs all cases in all arms, as many at a time as there are processors; results come in the order of the cases. */
final class Evaluation {

    /** Counts of this much text are remembered: every text of all cases in progress, raw and compressed. */
    static final int COUNT_CACHE_CHARS = 64 << 20;

    /** A workload with the cases to run. */
    record Task(Workload workload, List<EvalCase> cases) {}

    private final TokenCounter counter = TokenCounter.o200k().cached(COUNT_CACHE_CHARS);
    private final SessionTokens tokens = new SessionTokens(counter);
    private final Arms arms = Arms.of(counter);
    private final SessionArms sessionArms = new SessionArms(counter);
    private final List<String> wanted;

    /**
     * An evaluation.
     *
     * @param armNames which arms, all if empty; each workload runs those of them that it has, and the baseline
     */
    Evaluation(List<String> armNames) {
        Set<String> known = new LinkedHashSet<>(arms.names());
        known.addAll(sessionArms.about().keySet());
        for (String name : armNames) {
            if (!known.contains(name)) {
                throw new EvalException("unknown arm '" + name + "'; known are " + String.join(", ", known));
            }
        }
        wanted = List.copyOf(armNames);
    }

    /** The arms that a workload runs, in the order of reports. */
    List<Report.ArmAbout> armsOf(Workload workload) {
        if (workload instanceof LongSessionWorkload) {
            return sessionArms.about().entrySet().stream()
                    .filter(arm -> wanted.isEmpty() || wanted.contains(arm.getKey()) || isBaseline(arm.getKey()))
                    .map(arm -> new Report.ArmAbout(arm.getKey(), arm.getValue()))
                    .toList();
        }
        List<String> names = wanted.isEmpty()
                ? arms.defaults()
                : arms.names().stream().filter(wanted::contains).toList();
        return arms.select(names).stream()
                .map(arm -> new Report.ArmAbout(arm.name(), arm.about()))
                .toList();
    }

    private static boolean isBaseline(String arm) {
        return arm.equals(Arms.BASELINE);
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
        Function<String, CaseResult> run = run(workload, evalCase);
        List<CaseResult> results = new ArrayList<>();
        for (Report.ArmAbout arm : armsOf(workload)) {
            Optional<CaseResult> known = journal.find(workload.name(), evalCase.id(), arm.name());
            if (known.isEmpty()) {
                known = Optional.of(run.apply(arm.name()));
                journal.add(known.get());
            }
            results.add(known.get());
        }
        return results;
    }

    private Function<String, CaseResult> run(Workload workload, EvalCase evalCase) {
        if (workload instanceof LongSessionWorkload longSessions) {
            return new LongSessionRun(longSessions, evalCase, sessionArms, counter)::run;
        }
        CaseRun run = new CaseRun(workload, evalCase, arms, tokens);
        Map<String, Arm> byName = new HashMap<>();
        arms.select(arms.names()).forEach(arm -> byName.put(arm.name(), arm));
        return name -> run.run(Objects.requireNonNull(byName.get(name), name));
    }
}
