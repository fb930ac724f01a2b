package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What other commands have left beside {@code report.json}; what is not there is left out of the page. Immutable.
 *
 * @param curve the text of {@code rag-curve.csv}, empty if there is none
 * @param frontier the text of {@code frontier.csv}, likewise
 * @param ablations the text of {@code ablations.csv}, likewise
 * @param pruning {@code performance-rag.json}, missing if there is none
 * @param compression {@code performance.json}, likewise
 */
record Beside(String curve, String frontier, String ablations, JsonNode pruning, JsonNode compression) {

    static final Beside NOTHING = new Beside("", "", "", MissingNode.getInstance(), MissingNode.getInstance());

    static Beside in(Path folder) throws IOException {
        return new Beside(
                text(folder, "rag-curve.csv"),
                text(folder, "frontier.csv"),
                text(folder, "ablations.csv"),
                json(folder, "performance-rag.json"),
                json(folder, "performance.json"));
    }

    private static JsonNode json(Path folder, String file) throws IOException {
        String text = text(folder, file);
        return text.isEmpty()
                ? MissingNode.getInstance()
                : JsonMapper.builder().build().readTree(text);
    }

    private static String text(Path folder, String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }
}
