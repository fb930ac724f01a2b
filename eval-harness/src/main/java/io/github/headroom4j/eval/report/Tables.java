package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.Subject;
import java.util.List;
import java.util.function.Function;

/** The tables of a report. */
final class Tables {

    private final Report report;

    Tables(Report report) {
        this.report = report;
    }

    /** One row per workload and arm. */
    Table main() {
        Table table = new Table(
                2,
                "workload",
                "arm",
                "cases",
                "tokens before",
                "after",
                "saved",
                "95 %",
                "F1",
                "ΔF1 (points)",
                "95 %",
                "verdict",
                "evidence visible / recoverable / lost");
        for (ArmSummary row : report.summaries()) {
            table.add(
                    row.workload(),
                    row.arm(),
                    String.valueOf(row.cases()),
                    Figures.tokens(row.before().inputTokens()),
                    Figures.tokens(row.after().inputTokens()),
                    Figures.percent(row.saved().value()),
                    Figures.percents(row.saved()),
                    row.isJudged() ? Figures.f1(row.f1()) : "",
                    row.isBaseline() || !row.isJudged()
                            ? ""
                            : Figures.points(row.difference().value()),
                    row.isBaseline() || !row.isJudged() ? "" : Figures.points(row.difference()),
                    row.isBaseline() ? "baseline" : row.verdict().label(),
                    evidence(row.evidence()));
        }
        return table;
    }

    /** What the main table leaves out. */
    Table further() {
        Table table = new Table(
                2,
                "workload",
                "arm",
                "requests",
                "tool-result tokens before",
                "after",
                "saved",
                "saved at cached prices",
                "cases better / worse",
                "clusters");
        for (ArmSummary row : report.summaries()) {
            table.add(
                    row.workload(),
                    row.arm(),
                    String.valueOf(row.after().requests()),
                    Figures.tokens(row.before().resultTokens()),
                    Figures.tokens(row.after().resultTokens()),
                    Figures.percent(row.resultsSaved()),
                    Figures.percent(row.priceSaved()),
                    row.better() + " / " + row.worse(),
                    String.valueOf(row.clusters()));
        }
        return table;
    }

    /** The same by a property of cases. */
    Table by(String property, Function<Subject, String> value) {
        Table table = new Table(3, "workload", property, "arm", "cases", "saved", "F1", "ΔF1 (points)");
        List<String> values = report.results().stream()
                .map(result -> value.apply(result.subject()))
                .distinct()
                .sorted()
                .toList();
        for (String one : values) {
            for (ArmSummary row :
                    report.summarise(subject -> value.apply(subject).equals(one))) {
                table.add(
                        row.workload(),
                        one,
                        row.arm(),
                        String.valueOf(row.cases()),
                        Figures.percent(row.saved().value()),
                        row.isJudged() ? Figures.f1(row.f1()) : "",
                        row.isBaseline() || !row.isJudged()
                                ? ""
                                : Figures.points(row.difference().value()));
            }
        }
        return table;
    }

    static String evidence(EvidenceCount count) {
        return count.visible() + " / " + count.recoverable() + " / " + count.lost();
    }
}
