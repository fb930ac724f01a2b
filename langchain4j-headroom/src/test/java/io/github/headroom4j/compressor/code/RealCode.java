package io.github.headroom4j.compressor.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Real source files: the samples of this repository, and the development data where they are at hand. */
final class RealCode {

    static final Path SAMPLES = Path.of("../datasets/content/code");
    static final Path LOCALISE =
            Path.of("../../shared/data/code-search/defects4j-localise/defects4j_localise.jsonl.gz");

    /**
     * A bug with the files that an agent would read.
     *
     * @param query the subject of the commit that mended it
     * @param symptom the failing tests and their error
     * @param gold the path of the file to mend
     * @param lines the lines to mend in it, from 1
     * @param files path to source
     */
    record Bug(String id, String query, String symptom, String gold, List<Integer> lines, Map<String, String> files) {}

    private RealCode() {}

    static List<Bug> bugs() throws IOException {
        List<Bug> bugs = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(LOCALISE)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                bugs.add(bug(json.readTree(line)));
            }
        }
        return bugs;
    }

    private static Bug bug(JsonNode node) {
        List<Integer> lines = new ArrayList<>();
        node.get("gold_lines").forEach(line -> lines.add(line.asInt()));
        Map<String, String> files = new LinkedHashMap<>();
        node.get("files")
                .forEach(file ->
                        files.put(file.get("path").asText(), file.get("source").asText()));
        StringBuilder tests = new StringBuilder();
        node.get("failing_tests").forEach(test -> tests.append(test.asText()).append('\n'));
        return new Bug(
                node.get("id").asText(),
                node.get("query").asText(),
                tests + node.get("error").asText(),
                node.get("gold_path").asText(),
                lines,
                files);
    }

    /** Files below a folder, in a fixed order. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
