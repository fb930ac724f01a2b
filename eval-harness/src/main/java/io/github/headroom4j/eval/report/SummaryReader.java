package io.github.headroom4j.eval.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.cache.CacheUsage;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.Usage;
import io.github.headroom4j.eval.stats.Estimate;
import io.github.headroom4j.eval.stats.Protocol;
import io.github.headroom4j.eval.stats.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Reads the summaries back from the report for programs, without what only cases with retrieved passages have. Immutable.
 *
 * @param protocol how they were judged
 * @param reader who answered
 * @param options the options of the run
 * @param rows one per workload and arm
 * @param strengths what is known of them beyond intervals
 */
record SummaryReader(
        Protocol protocol, Report.ReaderAbout reader, String options, List<ArmSummary> rows, List<Strength> strengths) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /**
     * Reads.
     *
     * @throws IllegalArgumentException if the text is no report of this format
     */
    static SummaryReader of(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root.path("format").asInt() != ReportJson.FORMAT) {
                throw new IllegalArgumentException(
                        "a report must have format " + ReportJson.FORMAT + ", but has " + root.path("format"));
            }
            JsonNode manifest = root.path("manifest");
            if (!manifest.path("protocol").isObject()) {
                throw new IllegalArgumentException(
                        "a report must have a protocol, but has " + manifest.path("protocol"));
            }
            List<ArmSummary> rows = new ArrayList<>();
            List<Strength> strengths = new ArrayList<>();
            root.path("summaries").forEach(row -> {
                rows.add(row(row));
                strengths.add(strength(row));
            });
            return new SummaryReader(
                    JSON.treeToValue(manifest.path("protocol"), Protocol.class),
                    reader(manifest),
                    manifest.path("options").asText(),
                    List.copyOf(rows),
                    List.copyOf(strengths));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a report must be JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Report.ReaderAbout reader(JsonNode manifest) {
        JsonNode model = manifest.path("model");
        return new Report.ReaderAbout(
                manifest.path("reader").asText(),
                model.path("name").asText(),
                model.path("settings").asText(),
                model.path("repeats").asInt(1));
    }

    private static ArmSummary row(JsonNode row) {
        JsonNode evidence = row.path("evidence");
        List<CostSummary> costs = new ArrayList<>();
        row.path("costs").forEach(cost -> costs.add(cost(cost)));
        return new ArmSummary(
                row.path("workload").asText(),
                row.path("arm").asText(),
                row.path("cases").asInt(),
                row.path("clusters").asInt(),
                usage(row.path("before")),
                usage(row.path("after")),
                estimate(row.path("saved")),
                row.path("f1").asDouble(),
                estimate(row.path("f1Difference")),
                row.path("casesWorse").asInt(),
                row.path("casesBetter").asInt(),
                verdict(row.path("verdict").asText()),
                new EvidenceCount(
                        evidence.path("visible").asInt(),
                        evidence.path("recoverable").asInt(),
                        evidence.path("lost").asInt()),
                costs,
                null,
                null);
    }

    private static Strength strength(JsonNode row) {
        return new Strength(
                row.path("workload").asText(),
                row.path("arm").asText(),
                optional(row.path("adjustedP")),
                optional(row.path("detectableDifference")),
                optional(row.path("power")));
    }

    private static OptionalDouble optional(JsonNode value) {
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    /** The baseline's verdict is not printed, so any will do. */
    private static Verdict verdict(String label) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.label().equals(label))
                .findFirst()
                .orElse(Verdict.TOO_FEW);
    }

    private static CostSummary cost(JsonNode cost) {
        return new CostSummary(
                cost.path("cache").asText(),
                new CacheUsage(
                        cost.path("inputTokens").asLong(),
                        cost.path("read").asLong(),
                        cost.path("written").asLong()),
                cost.path("before").asDouble(),
                cost.path("after").asDouble(),
                estimate(cost.path("saved")));
    }

    private static Usage usage(JsonNode usage) {
        return new Usage(
                usage.path("requests").asInt(),
                usage.path("inputTokens").asLong(),
                usage.path("cachedTokens").asLong(),
                usage.path("toolResultTokens").asLong());
    }

    private static Estimate estimate(JsonNode estimate) {
        return new Estimate(
                estimate.path("value").asDouble(),
                estimate.path("lower").asDouble(),
                estimate.path("upper").asDouble());
    }
}
