package io.github.headroom4j.eval.gate;

import io.github.headroom4j.eval.gate.Finding.Outcome;
import io.github.headroom4j.eval.report.Figures;
import io.github.headroom4j.eval.stats.Estimate;
import io.github.headroom4j.eval.stats.NonInferiorityTest;
import io.github.headroom4j.eval.stats.Protocol;
import io.github.headroom4j.eval.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Holds one workload of a run against its rule and against the baseline. For one workload. */
final class Judge {

    private final GateRule rule;
    private final RunFigures run;
    private final Optional<RunFigures> baseline;
    private final WorkloadRun workload;
    private final Protocol protocol;
    private final List<Finding> findings = new ArrayList<>();

    Judge(GateRule rule, RunFigures run, Optional<RunFigures> baseline, WorkloadRun workload) {
        this.rule = rule;
        this.run = run;
        this.baseline = baseline;
        this.workload = workload;
        Protocol all = run.protocol();
        this.protocol = new Protocol(
                rule.f1Margin(), all.confidence(), all.resamples(), all.seed(), all.minCases(), all.minClusters());
    }

    /** Everything there is to say, in the order of the checks. */
    List<Finding> findings() {
        List<CaseFigures> now = workload.of(rule.arm());
        if (!Paired.isPossible(workload.baseline(), now)) {
            add("arm", Outcome.CANNOT_JUDGE, "this run has no arm " + rule.arm() + " beside none over the same cases");
            return findings;
        }
        Paired againstNone = Paired.of(workload.baseline(), now);
        Estimate saved = againstNone.saved(protocol);
        savings(saved);
        f1("F1 against none", againstNone, rule.againstNone());
        lost(now);
        baseline.ifPresent(before -> against(before, saved, now));
        return findings;
    }

    private void savings(Estimate saved) {
        boolean enough = 100 * saved.value() >= rule.minSaved();
        add(
                "saved",
                enough ? Outcome.PASS : Outcome.REGRESSION,
                percent(saved.value()) + " of input tokens saved, 95 % interval [" + percent(saved.lower()) + ", "
                        + percent(saved.upper()) + "]; at least " + plain(rule.minSaved()) + " % asked for");
    }

    private void f1(String check, Paired pairs, GateRule.Demand demand) {
        if (!pairs.isJudged()) {
            add(check, Outcome.NOTE, "cases without gold answers: they tell what is saved and nothing else");
            return;
        }
        NonInferiorityTest test = pairs.f1(protocol);
        Verdict verdict = pairs.verdict(protocol, test);
        Outcome found =
                switch (verdict) {
                    case NON_INFERIOR -> Outcome.PASS;
                    case INFERIOR -> Outcome.REGRESSION;
                    case INCONCLUSIVE, TOO_FEW, NOT_JUDGED -> Outcome.CANNOT_JUDGE;
                };
        boolean decides = demand == GateRule.Demand.REQUIRE || found == Outcome.PASS;
        add(
                check,
                decides ? found : Outcome.NOTE,
                difference(test.estimate()) + " points over " + pairs.cases() + " cases: " + verdict.label()
                        + " at a margin of " + plain(rule.f1Margin()) + advice(verdict, test));
    }

    /** What would make an inconclusive result a conclusive one. */
    private static String advice(Verdict verdict, NonInferiorityTest test) {
        return verdict != Verdict.INCONCLUSIVE
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; the chance to show it was %.0f %% had there been no difference, about %.1f times as many cases"
                                + " make it 80 %%",
                        100 * test.power(),
                        test.casesFactor());
    }

    private void lost(List<CaseFigures> now) {
        int lost = now.stream().mapToInt(CaseFigures::lost).sum();
        add(
                "evidence",
                lost <= rule.maxLost() ? Outcome.PASS : Outcome.REGRESSION,
                lost + " pieces of evidence lost; at most " + rule.maxLost() + " allowed");
    }

    private void against(RunFigures before, Estimate saved, List<CaseFigures> now) {
        Optional<WorkloadRun> then = before.workload(workload.name());
        if (then.isEmpty()) {
            add("baseline", Outcome.CANNOT_JUDGE, "the baseline has no such workload; write a new one");
            return;
        }
        List<CaseFigures> old = then.get().of(rule.arm());
        if (!then.get().hash().equals(workload.hash()) || !Paired.isPossible(old, now)) {
            add(
                    "baseline",
                    Outcome.CANNOT_JUDGE,
                    "the cases are not those of the baseline (" + now.size() + " against " + old.size()
                            + "); run the same ones, or write a new baseline");
            return;
        }
        savedDrop(saved, Paired.of(then.get().baseline(), old).saved(protocol));
        f1("F1 against baseline", Paired.of(old, now), rule.againstBaseline());
        latency(before);
    }

    private void savedDrop(Estimate now, Estimate then) {
        double drop = 100 * (then.value() - now.value());
        add(
                "saved against baseline",
                drop <= rule.maxSavedDrop() ? Outcome.PASS : Outcome.REGRESSION,
                percent(now.value()) + " of input tokens saved, " + percent(then.value())
                        + " before; a drop of at most " + plain(rule.maxSavedDrop()) + " points allowed");
    }

    private void latency(RunFigures before) {
        Double max = rule.maxLatencyRatio();
        if (max == null) {
            return;
        }
        OptionalDouble now = run.latency().p99(workload.name(), rule.arm());
        OptionalDouble then = before.latency().p99(workload.name(), rule.arm());
        if (now.isEmpty() || then.isEmpty() || then.getAsDouble() <= 0) {
            add("latency", Outcome.CANNOT_JUDGE, "no time of compression in this run or in the baseline");
        } else if (!run.latency().machine().equals(before.latency().machine())) {
            add(
                    "latency",
                    Outcome.CANNOT_JUDGE,
                    "times of different machines: " + run.latency().machine() + " and "
                            + before.latency().machine());
        } else {
            double ratio = now.getAsDouble() / then.getAsDouble();
            add(
                    "latency",
                    ratio <= max ? Outcome.PASS : Outcome.REGRESSION,
                    String.format(
                            Locale.ROOT,
                            "p99 of compression %.1f ms, %.1f ms before: %.2f times as long, at most %s allowed",
                            now.getAsDouble(),
                            then.getAsDouble(),
                            ratio,
                            plain(max)));
        }
    }

    private void add(String check, Outcome outcome, String message) {
        findings.add(new Finding(workload.name(), check, outcome, message));
    }

    private static String percent(double share) {
        return Figures.percent(share);
    }

    private static String plain(double value) {
        return Figures.exact(value).toPlainString();
    }

    private static String difference(Estimate estimate) {
        return String.format(
                Locale.ROOT,
                "%+.2f [%+.2f, %+.2f]",
                100 * estimate.value(),
                100 * estimate.lower(),
                100 * estimate.upper());
    }
}
