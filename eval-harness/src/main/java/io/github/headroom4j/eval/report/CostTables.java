package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.stats.ClusterBootstrap;
import io.github.headroom4j.eval.stats.Estimate;
import io.github.headroom4j.eval.stats.Observation;
import java.util.ArrayList;
import java.util.List;

/** What long sessions cost, and how arms compare that were fitted to cost the same. */
final class CostTables {

    /** Arms whose setting was chosen by cost carry it in their name. */
    private static final String FITTED = "-equal-cost";

    private final Report report;

    CostTables(Report report) {
        this.report = report;
    }

    boolean isEmpty() {
        return report.summaries().stream().allMatch(row -> row.costs().isEmpty());
    }

    /** One row per arm and provider. */
    Table costs() {
        Table table = new Table(
                3,
                "workload",
                "arm",
                "cache",
                "setting",
                "input tokens",
                "from cache",
                "cost before",
                "after",
                "saved",
                "95 %");
        for (ArmSummary row : report.summaries()) {
            for (CostSummary cost : row.costs()) {
                table.add(
                        row.workload(),
                        row.arm(),
                        cost.provider(),
                        settings(row),
                        Figures.tokens(cost.usage().input()),
                        Figures.percent(cost.readShare()),
                        Figures.tokens(Math.round(cost.before())),
                        Figures.tokens(Math.round(cost.after())),
                        Figures.percent(cost.saved().value()),
                        Figures.percents(cost.saved()));
            }
        }
        return table;
    }

    /** One row per arm, the first cache with its interval. */
    static Table brief(List<ArmSummary> rows) {
        List<String> headers = new ArrayList<>(List.of("workload", "arm", "input tokens saved", "F1"));
        providers(rows).forEach(provider -> headers.add("cost saved, " + provider));
        Table table = new Table(2, headers.toArray(String[]::new));
        for (ArmSummary row : rows) {
            if (!row.costs().isEmpty()) {
                List<String> cells = new ArrayList<>(List.of(
                        row.workload(), row.arm(), Figures.percent(row.saved().value()), Figures.f1(row.f1())));
                row.costs()
                        .forEach(cost -> cells.add(Figures.percent(cost.saved().value())));
                table.add(cells.toArray(String[]::new));
            }
        }
        return table;
    }

    /** Our arms against naive ones that were fitted to cost as much. */
    Table atEqualCost() {
        Table table = new Table(
                3, "workload", "arm", "against", "setting", "cost of the two", "F1", "its F1", "ΔF1 (points)", "95 %");
        List<ArmSummary> all = report.summaries();
        for (ArmSummary naive : all) {
            for (ArmSummary ours : all) {
                boolean comparable = naive.arm().endsWith(FITTED)
                        && ours.arm().startsWith("headroom")
                        && ours.workload().equals(naive.workload());
                if (comparable) {
                    Estimate difference = difference(naive, ours);
                    table.add(
                            ours.workload(),
                            ours.arm(),
                            naive.arm(),
                            settings(naive),
                            cost(ours) + " / " + cost(naive),
                            Figures.f1(ours.f1()),
                            Figures.f1(naive.f1()),
                            Figures.points(difference.value()),
                            Figures.points(difference));
                }
            }
        }
        return table;
    }

    private static List<String> providers(List<ArmSummary> rows) {
        return rows.stream()
                .flatMap(row -> row.costs().stream())
                .map(CostSummary::provider)
                .distinct()
                .toList();
    }

    private Estimate difference(ArmSummary naive, ArmSummary ours) {
        List<CaseResult> first = resultsOf(naive);
        List<CaseResult> second = resultsOf(ours);
        List<Observation> differences = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            double change = second.get(i).f1() - first.get(i).f1();
            differences.add(new Observation(first.get(i).subject().cluster(), change, 1));
        }
        return new ClusterBootstrap(report.setup().protocol()).estimate(differences);
    }

    private List<CaseResult> resultsOf(ArmSummary row) {
        return report.results().stream()
                .filter(result -> result.arm().equals(row.arm())
                        && result.subject().workload().equals(row.workload()))
                .toList();
    }

    private static String cost(ArmSummary row) {
        return Figures.tokens(Math.round(row.costs().get(0).after()));
    }

    /** The settings of the sessions, from the smallest to the largest. */
    private String settings(ArmSummary row) {
        int[] sizes = resultsOf(row).stream()
                .filter(result -> !result.setting().isEmpty())
                .mapToInt(result -> Integer.parseInt(result.setting()))
                .sorted()
                .toArray();
        return sizes.length == 0 ? "" : sizes[0] + "–" + sizes[sizes.length - 1];
    }
}
