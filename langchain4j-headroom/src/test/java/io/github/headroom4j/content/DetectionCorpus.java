package io.github.headroom4j.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the labelled samples of {@code datasets/detection}. */
final class DetectionCorpus {

    /** A text with the type and language its making implies. */
    record Sample(String id, String label, String language, String split, String text) {}

    /** A line range of one type in a mixed text, both lines inclusive and counted from 1. */
    record Range(String type, int first, int last) {}

    /** A text of several types. */
    record Mixed(String id, String origin, List<Range> sections, String text) {}

    private static final JsonFactory JSON = new JsonFactory();

    private DetectionCorpus() {}

    /** The folder that holds {@code datasets}, found upwards from the working directory. */
    static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("datasets"))) {
            folder = folder.getParent();
        }
        return Objects.requireNonNull(folder, "no folder above the working directory holds 'datasets'");
    }

    static List<Sample> samples() {
        Path corpus = projectRoot().resolve("datasets/detection");
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> files = Files.list(corpus.resolve("samples"))) {
            files.sorted().flatMap(DetectionCorpus::lines).forEach(line -> {
                Map<String, String> fields = fields(line, new ArrayList<>());
                texts.put(field(fields, "id"), field(fields, "text"));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines(corpus.resolve("manifest.jsonl"))
                .map(line -> fields(line, new ArrayList<>()))
                .map(entry -> new Sample(
                        field(entry, "id"),
                        field(entry, "label"),
                        entry.getOrDefault("language", ""),
                        field(entry, "split"),
                        field(texts, field(entry, "id"))))
                .toList();
    }

    static List<Mixed> mixed() {
        return lines(projectRoot().resolve("datasets/detection/mixed.jsonl"))
                .map(line -> {
                    List<Range> ranges = new ArrayList<>();
                    Map<String, String> fields = fields(line, ranges);
                    return new Mixed(field(fields, "id"), field(fields, "origin"), ranges, field(fields, "text"));
                })
                .toList();
    }

    private static String field(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scalar fields of one object; the objects within its array become ranges. */
    private static Map<String, String> fields(String line, List<Range> ranges) {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        ranges.add(range(parser));
                    }
                } else {
                    fields.put(name, parser.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    private static Range range(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, parser.getText());
        }
        return new Range(
                field(fields, "type"),
                Integer.parseInt(field(fields, "first")),
                Integer.parseInt(field(fields, "last")));
    }
}
