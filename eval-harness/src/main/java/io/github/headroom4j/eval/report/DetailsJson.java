package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.metric.CaseResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What lies behind the summaries, for programs. */
final class DetailsJson {

    private final Report report;

    DetailsJson(Report report) {
        this.report = report;
    }

    static List<Map<String, Object>> groups(String property, List<Report.Group> groups) {
        return groups.stream().map(group -> SummaryJson.brief(property, group)).toList();
    }

    /** What leaving things out adds to re-encoding. */
    List<Map<String, Object>> overLossless() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (OverLossless gain : report.overLossless()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("workload", gain.workload());
            row.put("arm", gain.arm());
            row.put("against", gain.against());
            row.put("savedByLossless", Figures.exact(gain.lossless()));
            row.put("savedBeyond", SummaryJson.estimate(gain.gain()));
            row.put("f1Difference", SummaryJson.estimate(gain.difference()));
            rows.add(row);
        }
        return rows;
    }

    List<Map<String, Object>> byContent() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ContentRow content : ContentRow.of(report)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("workload", content.workload());
            row.put("arm", content.arm());
            row.put("type", content.tokens().type());
            row.put("results", content.tokens().results());
            row.put("tokensBefore", content.tokens().before());
            row.put("tokensAfter", content.tokens().after());
            row.put("saved", Figures.exact(content.saved()));
            rows.add(row);
        }
        return rows;
    }

    /** How savings and differences are spread over cases, in the library's arms. */
    List<Map<String, Object>> spreads() {
        List<Map<String, Object>> rows = new ArrayList<>();
        each(changes -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("workload", changes.any().subject().workload());
            row.put("arm", changes.any().arm());
            row.put("saved", spread(changes.savings()));
            row.put("f1Difference", spread(changes.differences()));
            rows.add(row);
        });
        return rows;
    }

    /** The cases that lost most F1, and those whose tokens grew most, in the library's arms. */
    List<Map<String, Object>> worst() {
        List<Map<String, Object>> rows = new ArrayList<>();
        each(changes -> {
            changes.largestLosses().forEach(pair -> rows.add(worst("f1", pair)));
            changes.largestGrowth().forEach(pair -> rows.add(worst("tokens", pair)));
        });
        return rows;
    }

    private void each(Consumer<CaseChanges> action) {
        report.changes().forEach(action);
    }

    private static Map<String, Object> spread(Spread spread) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> quantiles = new LinkedHashMap<>();
        for (int i = 0; i < Spread.SHARES.size(); i++) {
            quantiles.put(
                    "p" + Math.round(100 * Spread.SHARES.get(i)),
                    Figures.exact(spread.quantiles().get(i)));
        }
        values.put("quantiles", quantiles);
        values.put("bins", spread.bins());
        return values;
    }

    private static Map<String, Object> worst(String by, ArmSummary.Pair pair) {
        CaseResult after = pair.after();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("workload", after.subject().workload());
        row.put("arm", after.arm());
        row.put("by", by);
        row.put("case", after.subject().id());
        row.put("split", after.subject().split());
        row.put("tier", after.subject().tier());
        row.put("tokensBefore", pair.before().usage().inputTokens());
        row.put("tokensAfter", after.usage().inputTokens());
        row.put("saved", Figures.exact(CaseChanges.saved(pair)));
        row.put("f1Before", Figures.exact(pair.before().f1()));
        row.put("f1After", Figures.exact(after.f1()));
        row.put("evidence", after.evidence());
        Explain.command(after.subject().workload(), after.subject().id())
                .ifPresent(command -> row.put("explain", command));
        return row;
    }
}
