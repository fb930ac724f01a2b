package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.metric.CaseResult;
import java.util.ArrayList;
import java.util.List;

/** Tables of what lies behind the summaries. */
final class DetailTables {

    private final Report report;

    DetailTables(Report report) {
        this.report = report;
    }

    /** What leaving things out adds to re-encoding. */
    Table overLossless() {
        Table table = new Table(
                2, "workload", "arm", "saved by re-encoding", "saved beyond it", "95 %", "ΔF1 to re-encoding", "95 %");
        for (OverLossless gain : report.overLossless()) {
            table.add(
                    gain.workload(),
                    gain.arm(),
                    Figures.percent(gain.lossless()),
                    Figures.percent(gain.gain().value()),
                    Figures.percents(gain.gain()),
                    Figures.points(gain.difference().value()),
                    Figures.points(gain.difference()));
        }
        return table;
    }

    Table byContent() {
        Table table = new Table(3, "workload", "arm", "kind", "results", "tokens before", "after", "saved");
        for (ContentRow row : ContentRow.of(report)) {
            table.add(
                    row.workload(),
                    row.arm(),
                    row.tokens().type(),
                    Figures.tokens(row.tokens().results()),
                    Figures.tokens(row.tokens().before()),
                    Figures.tokens(row.tokens().after()),
                    Figures.percent(row.saved()));
        }
        return table;
    }

    /** Quantiles over cases. */
    Table spreads() {
        List<String> headers = new ArrayList<>(List.of("workload", "arm", "of"));
        Spread.SHARES.forEach(share -> headers.add(Math.round(100 * share) + " %"));
        Table table = new Table(3, headers.toArray(String[]::new));
        for (CaseChanges changes : report.changes()) {
            List<String> saved = row(changes, "saved");
            changes.savings().quantiles().forEach(value -> saved.add(Figures.percent(value)));
            table.add(saved.toArray(String[]::new));
            List<String> difference = row(changes, "ΔF1 (points)");
            changes.differences().quantiles().forEach(value -> difference.add(Figures.points(value)));
            table.add(difference.toArray(String[]::new));
        }
        return table;
    }

    private static List<String> row(CaseChanges changes, String figure) {
        CaseResult any = changes.any();
        return new ArrayList<>(List.of(any.subject().workload(), any.arm(), figure));
    }

    /** The cases that went worst, and how to look into them. */
    Table worst() {
        Table table = new Table(4, "workload", "arm", "worst by", "case", "F1 before", "after", "tokens saved");
        for (CaseChanges changes : report.changes()) {
            changes.largestLosses().forEach(pair -> add(table, "F1", pair));
            changes.largestGrowth().forEach(pair -> add(table, "tokens", pair));
        }
        return table;
    }

    private static void add(Table table, String by, ArmSummary.Pair pair) {
        CaseResult after = pair.after();
        String workload = after.subject().workload();
        String id = after.subject().id();
        table.add(
                workload,
                after.arm(),
                by,
                Explain.command(workload, id).isPresent() ? "`" + id + "`" : Table.plainText(id),
                Figures.f1(pair.before().f1()),
                Figures.f1(after.f1()),
                Figures.percent(CaseChanges.saved(pair)));
    }
}
