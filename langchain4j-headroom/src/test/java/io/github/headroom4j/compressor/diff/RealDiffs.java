package io.github.headroom4j.compressor.diff;

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
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Diffs of real changes: those of this repository, and the development data where they are at hand. */
final class RealDiffs {

    static final Path COMMITS = Path.of("../../shared/data/code-review/defects4j-commits/defects4j_commits.jsonl.gz");
    static final Path OWN = Path.of("../datasets/content/diff");

    private RealDiffs() {}

    /** Commits by their name, which begins with the project's. */
    static Map<String, String> commits() throws IOException {
        Map<String, String> diffs = new LinkedHashMap<>();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(COMMITS)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode node = json.readTree(line);
                diffs.put(node.get("id").asText(), node.get("diff").asText());
            }
        }
        return diffs;
    }

    /** The samples that were made of this repository's history. */
    static Map<String, String> own() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(OWN)) {
            all.sorted().forEach(files::add);
        }
        Map<String, String> diffs = new LinkedHashMap<>();
        for (Path file : files) {
            diffs.put(file.getFileName().toString(), Files.readString(file));
        }
        return diffs;
    }
}
