package io.github.headroom4j.compressor.tabular;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tables that real tools wrote: our own, the detection samples, and what lies beside the project. */
final class RealTables {

    private static final Path DATASETS = Path.of("..", "datasets");

    /** Structured logs beside the project; absent where only the project is. */
    static final Path LOGS = Path.of("..", "..", "shared", "data", "log-triage", "loghub-2k");

    private RealTables() {}

    /** Our own, by file name. */
    static Map<String, String> own() {
        return files(DATASETS.resolve("content").resolve("tables"), "");
    }

    /** Samples of the detection corpus, by id. */
    static Map<String, String> detection() {
        Map<String, String> samples = new TreeMap<>();
        for (String kind : List.of("csv", "tsv", "markdown-table")) {
            Path file = DATASETS.resolve("detection").resolve("samples").resolve(kind + ".jsonl");
            try (Stream<String> lines = Files.lines(file)) {
                lines.forEach(line -> samples.put(field(line, "id"), field(line, "text")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return samples;
    }

    static Map<String, String> structuredLogs() {
        return files(LOGS, ".csv");
    }

    private static Map<String, String> files(Path folder, String end) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .forEach(file -> texts.put(file.getFileName().toString(), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(String json, String name) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && name.equals(parser.currentName())) {
                    return parser.getText();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("no field " + name + " in " + json);
    }
}
