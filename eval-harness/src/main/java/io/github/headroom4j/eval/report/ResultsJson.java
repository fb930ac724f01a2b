package io.github.headroom4j.eval.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.metric.Usage;
import io.github.headroom4j.eval.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report for programs. Shares and F1 are fractions of 1, rounded to six decimals. */
final class ResultsJson {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Report report;

    ResultsJson(Report report) {
        this.report = report;
    }

    String text() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", 1);
        root.put("protocol", report.setup().protocol());
        root.put("options", report.setup().options());
        root.put("reader", reader(report.setup().reader()));
        root.put("versions", Versions.all());
        root.put("tokenizer", "o200k_base");
        root.put("workloads", report.setup().parts());
        root.put("arms", report.setup().arms());
        List<Map<String, Object>> rows = new ArrayList<>();
        report.summaries().forEach(summary -> rows.add(row(summary)));
        root.put("results", rows);
        try {
            return JSON.writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
                            .writeValueAsString(root)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers are JSON", e);
        }
    }

    private static Map<String, Object> row(ArmSummary summary) {
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
        row.put("f1", Figures.exact(summary.f1()));
        row.put("f1Difference", estimate(summary.difference()));
        row.put("casesBetter", summary.better());
        row.put("casesWorse", summary.worse());
        row.put("verdict", summary.isBaseline() ? "baseline" : summary.verdict().label());
        row.put("evidence", summary.evidence());
        if (!summary.costs().isEmpty()) {
            row.put("costs", summary.costs().stream().map(ResultsJson::cost).toList());
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

    private static Map<String, Object> reader(Report.ReaderAbout reader) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", reader.kind());
        if (reader.isModel()) {
            values.put("model", reader.model());
            values.put("settings", reader.settings());
            values.put("repeats", reader.repeats());
        }
        return values;
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

    private static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("value", Figures.exact(estimate.value()));
        values.put("lower", Figures.exact(estimate.lower()));
        values.put("upper", Figures.exact(estimate.upper()));
        return values;
    }
}
