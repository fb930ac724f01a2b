package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.metric.Usage;
import io.github.headroom4j.eval.stats.Estimate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an arm came to, for programs. */
final class SummaryJson {

    private SummaryJson() {}

    static Map<String, Object> full(ArmSummary summary, Strength strength) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("workload", summary.workload());
        row.put("arm", summary.arm());
        row.put("cases", summary.cases());
        row.put("clusters", summary.clusters());
        row.put("before", usage(summary.before()));
        row.put("after", usage(summary.after()));
        row.put("saved", estimate(summary.saved()));
        row.put("savedOfToolResults", Figures.exact(summary.resultsSaved()));
        row.put("savedAtCachedPrices", Figures.exact(summary.priceSaved()));
        if (summary.isJudged()) {
            row.put("f1", Figures.exact(summary.f1()));
            row.put("f1Difference", estimate(summary.difference()));
            row.put("casesBetter", summary.better());
            row.put("casesWorse", summary.worse());
        }
        row.put("verdict", verdict(summary));
        row.put("evidence", summary.evidence());
        strength.into(row);
        if (!summary.costs().isEmpty()) {
            row.put("costs", summary.costs().stream().map(SummaryJson::cost).toList());
        }
        RagSummary rag = summary.rag();
        if (rag != null) {
            row.put("rag", rag(rag));
        }
        ReadingSummary reading = summary.reading();
        if (reading != null) {
            row.put("reading", reading(reading));
        }
        return row;
    }

    /** What is told of a group of cases. */
    static Map<String, Object> brief(String property, Report.Group group) {
        ArmSummary summary = group.summary();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("workload", summary.workload());
        row.put(property, group.value());
        row.put("arm", summary.arm());
        row.put("cases", summary.cases());
        row.put("clusters", summary.clusters());
        row.put("saved", estimate(summary.saved()));
        row.put("f1", Figures.exact(summary.f1()));
        row.put("f1Difference", estimate(summary.difference()));
        row.put("verdict", verdict(summary));
        row.put("evidence", summary.evidence());
        return row;
    }

    private static String verdict(ArmSummary summary) {
        return summary.isBaseline() ? "baseline" : summary.verdict().label();
    }

    private static Map<String, Object> reading(ReadingSummary reading) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("answers", reading.answers());
        values.put("failed", reading.failed());
        values.put("failures", reading.failures());
        values.put("lookups", reading.lookups());
        values.put("inputTokens", reading.inputTokens());
        values.put("outputTokens", reading.outputTokens());
        values.put("f1PerRepeat", reading.f1().stream().map(Figures::exact).toList());
        values.put("f1Spread", Figures.exact(reading.spread()));
        return values;
    }

    /** What there is no case for is left out. */
    private static Map<String, Object> rag(RagSummary rag) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("answerable", rag.answerable());
        values.put("unanswerable", rag.unanswerable());
        values.put("exact", Figures.exact(rag.exact()));
        rag.f1().ifPresent(f1 -> values.put("f1OfAnswerable", Figures.exact(f1)));
        rag.abstained().ifPresent(share -> values.put("abstainedWhereRight", Figures.exact(share)));
        rag.hasAnswer().ifPresent(share -> values.put("answerStillShown", estimate(share)));
        values.put("contextTokensBefore", rag.contextBefore());
        values.put("contextTokensAfter", rag.contextAfter());
        values.put("contextSaved", estimate(rag.contextSaved()));
        values.put("lookups", rag.lookups());
        return values;
    }

    private static Map<String, Object> cost(CostSummary cost) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("cache", cost.provider());
        values.put("inputTokens", cost.usage().input());
        values.put("read", cost.usage().read());
        values.put("written", cost.usage().written());
        values.put("before", Figures.exact(cost.before()));
        values.put("after", Figures.exact(cost.after()));
        values.put("saved", estimate(cost.saved()));
        return values;
    }

    private static Map<String, Object> usage(Usage usage) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("requests", usage.requests());
        values.put("inputTokens", usage.inputTokens());
        values.put("cachedTokens", usage.cachedTokens());
        values.put("toolResultTokens", usage.resultTokens());
        return values;
    }

    static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("value", Figures.exact(estimate.value()));
        values.put("lower", Figures.exact(estimate.lower()));
        values.put("upper", Figures.exact(estimate.upper()));
        return values;
    }
}
