package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.arm.LateArms;
import java.util.List;
import java.util.Optional;

/** What it costs and earns that what was left out can be read back, of the workloads that were run with and without it. */
final class RetrievalTable {

    /** A workload with the retrieve tool and without. */
    private record Both(ArmSummary with, ArmSummary without) {}

    private final List<Both> rows;

    RetrievalTable(Report report) {
        List<ArmSummary> all = report.summaries();
        rows = all.stream()
                .filter(row -> row.arm().equals(Arms.HEADROOM))
                .flatMap(with -> without(all, with).map(without -> new Both(with, without)).stream())
                .toList();
    }

    private static Optional<ArmSummary> without(List<ArmSummary> all, ArmSummary with) {
        return all.stream()
                .filter(row ->
                        row.workload().equals(with.workload()) && row.arm().equals(LateArms.UNRETRIEVED))
                .findFirst();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** One row per workload. */
    Table table() {
        Table table = new Table(
                1,
                "workload",
                "sessions",
                "further requests",
                "tokens it costs",
                "per session",
                "of the baseline's",
                "saved without it",
                "with it",
                "F1 without it",
                "with it");
        for (Both row : rows) {
            long cost = row.with().after().inputTokens() - row.without().after().inputTokens();
            table.add(
                    row.with().workload(),
                    String.valueOf(row.with().cases()),
                    String.valueOf(row.with().after().requests()
                            - row.without().after().requests()),
                    Figures.tokens(cost),
                    Figures.tokens(Math.round((double) cost / row.with().cases())),
                    Figures.percent(
                            (double) cost / Math.max(1, row.with().before().inputTokens())),
                    Figures.percent(row.without().saved().value()),
                    Figures.percent(row.with().saved().value()),
                    Figures.f1(row.without().f1()),
                    Figures.f1(row.with().f1()));
        }
        return table;
    }
}
