package io.github.headroom4j.eval.workload.codereview.reviewer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the patches in a forge's list of files, up to where it was cut off. */
final class SeenPatches {

    /**
     * A patch.
     *
     * @param path the file
     * @param text its hunks
     */
    record Patch(String path, String text) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SeenPatches() {}

    static List<Patch> in(String text) {
        List<Patch> patches = new ArrayList<>();
        String path = "";
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String name = parser.currentName();
                if (token == JsonToken.VALUE_STRING && "filename".equals(name)) {
                    path = parser.getText();
                } else if (token == JsonToken.VALUE_STRING && "patch".equals(name)) {
                    patches.add(new Patch(path, parser.getText()));
                }
            }
        } catch (IOException e) {
            return patches;
        }
        return patches;
    }
}
