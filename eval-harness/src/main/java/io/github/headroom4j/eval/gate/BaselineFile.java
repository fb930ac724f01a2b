package io.github.headroom4j.eval.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.report.Figures;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A run's figures in one file to commit: of the arms that a gate looks at, one line per case, {@code [id, cluster, F1, input
 * tokens, lost evidence]}, so that a difference of two baselines can be read; and the names of the controls. The same bytes for the same run, but for the
 * latency, which is left out unless it is wanted.
 */
final class BaselineFile {

    static final String FORMAT = "headroom-baseline/1";

    private static final String HINT = "write one with gate --write-baseline FILE";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private BaselineFile() {}

    /**
     * Writes a baseline.
     *
     * @param file the file
     * @param run the figures
     * @param gated the arms to keep beside {@code none}
     */
    static void write(Path file, RunFigures run, Set<String> gated) {
        try {
            Files.writeString(file, text(run, gated), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new GateException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static String text(RunFigures run, Set<String> gated) throws JsonProcessingException {
        StringBuilder out = new StringBuilder("{\n\"format\": \"" + FORMAT + "\",\n\"protocol\": ")
                .append(JSON.writeValueAsString(run.protocol()))
                .append(",\n");
        if (!run.latency().rows().isEmpty()) {
            out.append("\"machine\": ")
                    .append(JSON.writeValueAsString(run.latency().machine()))
                    .append(",\n\"latency\": ")
                    .append(JSON.writeValueAsString(latencyRows(run, gated)))
                    .append(",\n");
        }
        List<String> workloads = new ArrayList<>();
        for (WorkloadRun workload : run.workloads()) {
            workloads.add(text(workload, gated));
        }
        return out.append("\"workloads\": [\n")
                .append(String.join(",\n", workloads))
                .append("\n]\n}\n")
                .toString();
    }

    private static List<Latency.Row> latencyRows(RunFigures run, Set<String> gated) {
        return run.latency().rows().stream()
                .filter(row -> gated.contains(row.arm()))
                .toList();
    }

    private static String text(WorkloadRun workload, Set<String> gated) throws JsonProcessingException {
        List<String> arms = new ArrayList<>();
        for (Map.Entry<String, List<CaseFigures>> arm : workload.arms().entrySet()) {
            if (arm.getKey().equals(Arms.BASELINE) || gated.contains(arm.getKey())) {
                List<String> cases = new ArrayList<>();
                for (CaseFigures one : arm.getValue()) {
                    cases.add(JSON.writeValueAsString(
                            Arrays.asList(one.id(), one.cluster(), f1(one), one.tokens(), one.lost())));
                }
                arms.add("{\"arm\": " + JSON.writeValueAsString(arm.getKey()) + ", \"cases\": [\n"
                        + String.join(",\n", cases) + "\n]}");
            }
        }
        return "{\"workload\": " + JSON.writeValueAsString(workload.name()) + ", \"hash\": "
                + JSON.writeValueAsString(workload.hash()) + ", \"controls\": "
                + JSON.writeValueAsString(workload.controls()) + ", \"arms\": [\n" + String.join(",\n", arms) + "\n]}";
    }

    private static @Nullable BigDecimal f1(CaseFigures one) {
        return Double.isNaN(one.f1()) ? null : Figures.exact(one.f1());
    }

    /**
     * Reads a baseline.
     *
     * @param file the file
     * @return the figures
     * @throws GateException if it is missing or is something else
     */
    static RunFigures read(Path file) {
        JsonNode root = BoundedFile.tree(JSON, file, BoundedFile.text(file, HINT));
        if (!root.path("format").asText().equals(FORMAT)) {
            throw new GateException(file + ": format must be " + FORMAT + ", but is '"
                    + root.path("format").asText() + "'; " + HINT);
        }
        List<WorkloadRun> workloads = new ArrayList<>();
        for (JsonNode workload : root.path("workloads")) {
            Map<String, List<CaseFigures>> arms = new LinkedHashMap<>();
            for (JsonNode arm : workload.path("arms")) {
                arms.put(arm.path("arm").asText(), cases(file, arm.path("cases")));
            }
            Set<String> controls = new TreeSet<>();
            workload.path("controls").forEach(control -> controls.add(control.asText()));
            workloads.add(new WorkloadRun(
                    workload.path("workload").asText(), workload.path("hash").asText(), arms, controls));
        }
        return new RunFigures("the baseline", ReportFolder.protocol(file, root), workloads, ReportFolder.latency(root));
    }

    private static List<CaseFigures> cases(Path file, JsonNode rows) {
        List<CaseFigures> cases = new ArrayList<>();
        for (JsonNode row : rows) {
            if (!row.isArray()
                    || row.size() != 5
                    || !(row.get(2).isNumber() || row.get(2).isNull())
                    || !row.get(3).canConvertToLong()
                    || !row.get(4).canConvertToInt()) {
                throw new GateException(file + ": a case must be [id, cluster, F1, tokens, lost], but is " + row);
            }
            cases.add(figures(file, row));
        }
        return cases;
    }

    private static CaseFigures figures(Path file, JsonNode row) {
        try {
            return new CaseFigures(
                    row.get(0).asText(),
                    row.get(1).asText(),
                    row.get(2).asDouble(Double.NaN),
                    row.get(3).asLong(),
                    row.get(4).asInt());
        } catch (IllegalArgumentException e) {
            throw new GateException(file + ": " + e.getMessage(), e);
        }
    }
}
