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
 * @param performance {@code performance-rag.json}, missing if there is none
 */
record Beside(String curve, String frontier, String ablations, JsonNode performance) {

    static final Beside NOTHING = new Beside("", "", "", MissingNode.getInstance());

    static Beside in(Path folder) throws IOException {
        String times = text(folder, "performance-rag.json");
        return new Beside(
                text(folder, "rag-curve.csv"),
                text(folder, "frontier.csv"),
                text(folder, "ablations.csv"),
                times.isEmpty()
                        ? MissingNode.getInstance()
                        : JsonMapper.builder().build().readTree(times));
    }

    private static String text(Path folder, String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }
}
