package io.github.headroom4j.eval.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.arm.ArmRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report for programs, as {@code report.schema.json} describes it. Shares and F1 are fractions of 1, rounded to six
 * decimals.
 */
final class ReportJson {

    /** Counts up when a field goes away or changes its meaning; new fields leave it as it is. */
    static final int FORMAT = 2;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Report report;

    ReportJson(Report report) {
        this.report = report;
    }

    String text() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "report.schema.json");
        root.put("format", FORMAT);
        root.put("manifest", manifest());
        root.put(
                "summaries",
                report.summaries().stream()
                        .map(row -> SummaryJson.full(row, Strength.of(report.strengths(), row)))
                        .toList());
        DetailsJson details = new DetailsJson(report);
        root.put("overLossless", details.overLossless());
        root.put("bySplit", DetailsJson.groups("split", report.splits()));
        root.put("byTier", DetailsJson.groups("tier", report.tiers()));
        root.put("byContent", details.byContent());
        root.put("spreads", details.spreads());
        root.put("worst", details.worst());
        return print(root);
    }

    /** Neither commit nor clock nor machine: of one commit all files are the same bytes, and no commit can hold its own name. */
    private Map<String, Object> manifest() {
        Report.Setup setup = report.setup();
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("protocol", setup.protocol());
        manifest.put("reader", setup.reader().kind());
        if (setup.reader().byModel()) {
            manifest.put("model", model(setup.reader()));
        }
        manifest.put("options", setup.options());
        manifest.put("tokenizer", "o200k_base");
        manifest.put("versions", Versions.all());
        manifest.put("workloads", setup.parts());
        List<Map<String, Object>> arms = new ArrayList<>();
        for (Report.ArmAbout arm : setup.arms()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", arm.name());
            values.put("about", arm.about());
            values.put("role", ArmRole.of(arm.name()).label());
            arms.add(values);
        }
        manifest.put("arms", arms);
        return manifest;
    }

    private static Map<String, Object> model(Report.ReaderAbout reader) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", reader.model());
        values.put("settings", reader.settings());
        values.put("repeats", reader.repeats());
        return values;
    }

    private static String print(Map<String, Object> root) {
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
}
