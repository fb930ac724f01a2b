package io.github.headroom4j.eval.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.stats.Protocol;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the figures of a run from the folder that its reports were written to. */
final class ReportFolder {

    static final String REPORT = "report.json";
    static final String ROWS = "report.csv";
    static final String RUN = "run.json";

    private static final String HINT = "run the harness first, or name the folder that holds its reports";
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Path folder;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads.
     *
     * @param folder the folder
     * @param name how messages call the run
     * @return its figures
     * @throws GateException if a file is missing or is something else
     */
    static RunFigures read(Path folder, String name) {
        return new ReportFolder(folder).figures(name);
    }

    private RunFigures figures(String name) {
        Path file = folder.resolve(REPORT);
        JsonNode report = BoundedFile.tree(JSON, file, BoundedFile.text(file, HINT));
        Map<String, Map<String, List<CaseFigures>>> rows = rows();
        List<WorkloadRun> workloads = new ArrayList<>();
        JsonNode manifest = report.path("manifest");
        for (JsonNode part : manifest.path("workloads")) {
            String workload = part.path("workload").asText();
            if (!rows.containsKey(workload)) {
                throw new GateException(folder.resolve(ROWS) + ": has no row of " + workload + ", which " + REPORT
                        + " names; the two are of different runs");
            }
            workloads.add(new WorkloadRun(workload, part.path("hash").asText(), rows.get(workload)));
        }
        return new RunFigures(name, protocol(file, manifest), workloads, latency());
    }

    static Protocol protocol(Path file, JsonNode root) {
        try {
            if (!root.path("protocol").isObject()) {
                throw new GateException(file + ": protocol: must be an object, but is " + root.path("protocol"));
            }
            return JSON.treeToValue(root.path("protocol"), Protocol.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new GateException(file + ": protocol: cannot be read: " + e.getMessage(), e);
        }
    }

    private Map<String, Map<String, List<CaseFigures>>> rows() {
        Path file = folder.resolve(ROWS);
        Map<String, Map<String, List<CaseFigures>>> rows = new LinkedHashMap<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(BoundedFile.text(file, HINT)), CSV)) {
            for (CSVRecord row : parser) {
                rows.computeIfAbsent(row.get("workload"), workload -> new LinkedHashMap<>())
                        .computeIfAbsent(row.get("arm"), arm -> new ArrayList<>())
                        .add(figures(row));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new GateException(file + ": cannot be read: " + e.getMessage(), e);
        }
        return rows;
    }

    private static CaseFigures figures(CSVRecord row) {
        try {
            return new CaseFigures(
                    row.get("case"),
                    row.get("cluster"),
                    row.get("f1").isEmpty() ? Double.NaN : Double.parseDouble(row.get("f1")),
                    Long.parseLong(row.get("inputTokens")),
                    Integer.parseInt(row.get("lost")));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("row " + row.getRecordNumber() + ": " + e.getMessage(), e);
        }
    }

    /** Not every run says how long it took. */
    private Latency latency() {
        Path file = folder.resolve(RUN);
        return Files.isRegularFile(file)
                ? latency(BoundedFile.tree(JSON, file, BoundedFile.text(file, HINT)))
                : Latency.UNKNOWN;
    }

    static Latency latency(JsonNode run) {
        List<Latency.Row> rows = new ArrayList<>();
        for (JsonNode row : run.path("latency")) {
            if (row.path("p99Millis").isNumber()) {
                rows.add(new Latency.Row(
                        row.path("workload").asText(),
                        row.path("arm").asText(),
                        row.path("p99Millis").asDouble()));
            }
        }
        return new Latency(machine(run), rows);
    }

    private static String machine(JsonNode run) {
        if (run.has("machine")) {
            return run.path("machine").asText();
        }
        List<String> words = new ArrayList<>();
        for (String name : List.of("processors", "java.version", "java.vendor", "os.name", "os.arch")) {
            words.add(run.path(name).asText());
        }
        return String.join(" ", words).strip();
    }
}
