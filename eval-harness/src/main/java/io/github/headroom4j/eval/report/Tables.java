package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.metric.EvidenceCount;
import java.util.ArrayList;
import java.util.List;

/** The tables of a report. */
final class Tables {

    private final Report report;

    Tables(Report report) {
        this.report = report;
    }

    /** One row per workload and arm. */
    Table main() {
        return main(report.summaries(), report.strengths());
    }

    /** The same for rows that were read back; columns of what is known of no row are left out. */
    static Table main(List<ArmSummary> rows, List<Strength> strengths) {
        boolean adjusted = strengths.stream().anyMatch(one -> one.adjustedP().isPresent());
        boolean powered = strengths.stream().anyMatch(one -> one.power().isPresent());
        List<String> headers = new ArrayList<>(List.of(
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
                "evidence visible / recoverable / lost"));
        if (adjusted) {
            headers.add("p, by Holm");
        }
        if (powered) {
            headers.add("power");
        }
        Table table = new Table(2, headers.toArray(String[]::new));
        for (ArmSummary row : rows) {
            List<String> cells = cells(row);
            Strength strength = Strength.of(strengths, row);
            if (adjusted) {
                cells.add(strength.adjustedPInWords());
            }
            if (powered) {
                cells.add(strength.powerInWords());
            }
            table.add(cells.toArray(String[]::new));
        }
        return table;
    }

    private static List<String> cells(ArmSummary row) {
        return new ArrayList<>(List.of(
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
                evidence(row.evidence())));
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
    static Table by(String property, List<Report.Group> groups) {
        Table table = new Table(3, "workload", property, "arm", "cases", "saved", "F1", "ΔF1 (points)");
        for (Report.Group group : groups) {
            ArmSummary row = group.summary();
            table.add(
                    row.workload(),
                    group.value(),
                    row.arm(),
                    String.valueOf(row.cases()),
                    Figures.percent(row.saved().value()),
                    row.isJudged() ? Figures.f1(row.f1()) : "",
                    row.isBaseline() || !row.isJudged()
                            ? ""
                            : Figures.points(row.difference().value()));
        }
        return table;
    }

    static String evidence(EvidenceCount count) {
        return count.visible() + " / " + count.recoverable() + " / " + count.lost();
    }
}
