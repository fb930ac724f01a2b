package io.github.headroom4j.eval.sweep;

import io.github.headroom4j.eval.report.PairedFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One row per point of a frontier, and one per ablation. The last column says of which cases. */
final class FrontierCsv {

    private static final List<String> FIGURES = List.of(
            "cases",
            "clusters",
            "inputTokensBefore",
            "inputTokensAfter",
            "saved",
            "savedLower",
            "savedUpper",
            "resultTokensBefore",
            "resultTokensAfter",
            "f1",
            "f1Difference",
            "f1DifferenceLower",
            "f1DifferenceUpper",
            "evidenceVisible",
            "evidenceRecoverable",
            "evidenceLost");

    private FrontierCsv() {}

    static String text(List<Swept<FrontierPoint>> workloads) {
        List<String> header = new ArrayList<>(List.of("workload", "arm", "point", "fidelity", "budget"));
        header.addAll(FIGURES);
        header.add("sample");
        List<List<Object>> rows = new ArrayList<>();
        workloads.forEach(swept -> swept.rows().forEach(point -> rows.add(row(point, swept.about()))));
        return Csv.text(header, rows);
    }

    static String ablations(List<Swept<Ablated>> workloads) {
        List<String> header = new ArrayList<>(List.of("workload", "arm", "about"));
        header.addAll(FIGURES);
        header.addAll(List.of(
                "f1DifferenceToHeadroom",
                "f1DifferenceToHeadroomLower",
                "f1DifferenceToHeadroomUpper",
                "savedOverHeadroom",
                "savedOverHeadroomLower",
                "savedOverHeadroomUpper",
                "sample"));
        List<List<Object>> rows = new ArrayList<>();
        workloads.forEach(swept -> swept.rows().forEach(one -> rows.add(row(one, swept.about()))));
        return Csv.text(header, rows);
    }

    private static List<Object> row(FrontierPoint point, String about) {
        Setting setting = point.setting();
        List<Object> row = new ArrayList<>(List.of(
                point.workload(),
                point.arm(),
                setting.label(),
                setting.fidelity().name().toLowerCase(Locale.ROOT),
                setting.isBounded() ? setting.policy().budget().limit() : ""));
        row.addAll(figures(point.figures()));
        row.add(about);
        return row;
    }

    private static List<Object> row(Ablated one, String about) {
        List<Object> row = new ArrayList<>(List.of(one.workload(), one.arm(), one.about()));
        row.addAll(figures(one.toNone()));
        PairedFigures full = one.toFull();
        row.addAll(List.of(
                Csv.figure(full.difference().value()),
                Csv.figure(full.difference().lower()),
                Csv.figure(full.difference().upper()),
                Csv.figure(full.saved().value()),
                Csv.figure(full.saved().lower()),
                Csv.figure(full.saved().upper()),
                about));
        return row;
    }

    private static List<Object> figures(PairedFigures figures) {
        return List.of(
                figures.cases(),
                figures.clusters(),
                figures.before().inputTokens(),
                figures.after().inputTokens(),
                Csv.figure(figures.saved().value()),
                Csv.figure(figures.saved().lower()),
                Csv.figure(figures.saved().upper()),
                figures.before().resultTokens(),
                figures.after().resultTokens(),
                Csv.figure(figures.f1()),
                Csv.figure(figures.difference().value()),
                Csv.figure(figures.difference().lower()),
                Csv.figure(figures.difference().upper()),
                figures.evidence().visible(),
                figures.evidence().recoverable(),
                figures.evidence().lost());
    }
}
