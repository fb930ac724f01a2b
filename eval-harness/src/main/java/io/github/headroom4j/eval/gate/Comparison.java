package io.github.headroom4j.eval.gate;

import io.github.headroom4j.eval.report.Figures;
import io.github.headroom4j.eval.report.Table;
import io.github.headroom4j.eval.stats.Estimate;
import io.github.headroom4j.eval.stats.NonInferiorityTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Two runs side by side, paired case by case where their cases are the same. Immutable. */
public final class Comparison {

    private final RunFigures first;
    private final RunFigures second;

    private Comparison(RunFigures first, RunFigures second) {
        this.first = first;
        this.second = second;
    }

    /**
     * Reads two runs.
     *
     * @param first a folder with reports, or a baseline
     * @param second another one
     * @return both
     * @throws GateException if one is missing or is something else; the message names the file
     */
    public static Comparison of(Path first, Path second) {
        return new Comparison(read(first, "A"), read(second, "B"));
    }

    private static RunFigures read(Path place, String name) {
        return Files.isDirectory(place) ? ReportFolder.read(place, name) : BaselineFile.read(place);
    }

    /**
     * One row per workload and arm that both have: what each saves against its own {@code none}, and F1 of B minus that of A over the
     * same cases with its interval.
     *
     * @return lines that end with a line feed
     */
    public String text() {
        Table table = new Table(
                2, "workload", "arm", "cases", "saved A", "saved B", "F1 A", "F1 B", "ΔF1 (points)", "95 %", "verdict");
        StringBuilder only = new StringBuilder();
        for (WorkloadRun a : first.workloads()) {
            Optional<WorkloadRun> b = second.workload(a.name());
            if (b.isEmpty()) {
                only.append("only in A: ").append(a.name()).append('\n');
                continue;
            }
            a.arms().forEach((arm, cases) -> row(table, only, a, b.get(), arm));
        }
        second.workloads().stream()
                .filter(b -> first.workload(b.name()).isEmpty())
                .forEach(b -> only.append("only in B: ").append(b.name()).append('\n'));
        return table.plain() + only;
    }

    private void row(Table table, StringBuilder only, WorkloadRun a, WorkloadRun b, String arm) {
        List<CaseFigures> then = a.of(arm);
        List<CaseFigures> now = b.of(arm);
        if (now.isEmpty()) {
            only.append("only in A: ")
                    .append(a.name())
                    .append(", arm ")
                    .append(arm)
                    .append('\n');
        } else if (!Paired.isPossible(then, now)) {
            only.append("not the same cases: ")
                    .append(a.name())
                    .append(", arm ")
                    .append(arm)
                    .append(" (")
                    .append(then.size())
                    .append(" and ")
                    .append(now.size())
                    .append(")\n");
        } else if (!Paired.of(then, now).isJudged()) {
            only.append("without gold answers: ")
                    .append(a.name())
                    .append(", arm ")
                    .append(arm)
                    .append(", saves ")
                    .append(saved(a, arm))
                    .append(" and ")
                    .append(saved(b, arm))
                    .append('\n');
        } else {
            Paired pairs = Paired.of(then, now);
            NonInferiorityTest test = pairs.f1(second.protocol());
            Estimate difference = test.estimate();
            table.add(
                    a.name(),
                    arm,
                    String.valueOf(pairs.cases()),
                    saved(a, arm),
                    saved(b, arm),
                    f1(then),
                    f1(now),
                    points(difference.value()),
                    "[" + points(difference.lower()) + ", " + points(difference.upper()) + "]",
                    pairs.verdict(second.protocol(), test).label());
        }
    }

    private String saved(WorkloadRun workload, String arm) {
        return Paired.isPossible(workload.baselineOf(arm), workload.of(arm))
                ? Figures.percent(Paired.of(workload.baselineOf(arm), workload.of(arm))
                        .saved(second.protocol())
                        .value())
                : "";
    }

    private static String f1(List<CaseFigures> cases) {
        double mean = cases.stream().mapToDouble(CaseFigures::f1).average().orElse(0);
        return String.format(Locale.ROOT, "%.3f", mean);
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%+.2f", 100 * share);
    }
}
