package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.ContentTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tool results of one kind in one workload and arm, each counted once. Immutable.
 *
 * @param workload the workload's name
 * @param arm the arm's name
 * @param tokens how many there are, and their tokens
 */
record ContentRow(String workload, String arm, ContentTokens tokens) {

    /** One per workload, arm and kind, the kind with most tokens first. */
    static List<ContentRow> of(Report report) {
        List<ContentRow> rows = new ArrayList<>();
        for (Report.Part part : report.setup().parts()) {
            for (Report.ArmAbout arm : report.setup().arms()) {
                Map<String, ContentTokens> byType = new TreeMap<>();
                for (ArmSummary.Pair pair : report.pairs(part.workload(), arm.name())) {
                    add(byType, pair.after());
                }
                byType.values().stream()
                        .sorted((one, other) -> Long.compare(other.before(), one.before()))
                        .forEach(tokens -> rows.add(new ContentRow(part.workload(), arm.name(), tokens)));
            }
        }
        return rows;
    }

    private static void add(Map<String, ContentTokens> byType, CaseResult result) {
        result.contents().forEach(tokens -> byType.merge(tokens.type(), tokens, ContentTokens::plus));
    }

    double saved() {
        return tokens.before() == 0 ? 0 : 1 - (double) tokens.after() / tokens.before();
    }
}
