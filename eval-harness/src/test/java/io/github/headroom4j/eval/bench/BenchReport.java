package io.github.headroom4j.eval.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of a run for people and for programs, with where and how they were taken. */
final class BenchReport {

    private static final int FORMAT = 1;

    private final Map<String, Object> fields = new LinkedHashMap<>();

    BenchReport(String unit, Machine machine, String command) {
        fields.put("format", FORMAT);
        fields.put("unit", unit);
        fields.put("machine", machine);
        fields.put("command", command);
    }

    /** Adds what programs read, behind what is there. */
    BenchReport with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /** Writes the text as {@code name.md} and the fields as {@code name.json}. */
    void write(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".md"), text, StandardCharsets.UTF_8);
        String json =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(fields);
        Files.writeString(folder.resolve(name + ".json"), json + "\n", StandardCharsets.UTF_8);
    }
}
