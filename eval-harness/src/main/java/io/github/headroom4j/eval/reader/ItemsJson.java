package io.github.headroom4j.eval.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds {@code {"items": […]}} in a reply, whatever prose or fences stand around it. Of several such objects the last one
 * counts, since models correct themselves; one inside another object does not. Stateless.
 */
final class ItemsJson {

    /** Characters; no answer is as long, and a model that repeats itself for ever has none. */
    private static final int MAX_CHARS = 200_000;

    /** Items of an answer; the largest gold set has a few dozen. */
    private static final int MAX_ITEMS = 1_000;

    /** Opening braces that are tried, each of which may be read to the end. */
    private static final int MAX_STARTS = 200;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private record Found(JsonNode node, int end) {}

    private ItemsJson() {}

    static Optional<List<String>> parse(String reply) {
        Optional<List<String>> last = Optional.empty();
        if (reply.length() > MAX_CHARS) {
            return last;
        }
        int start = reply.indexOf('{');
        for (int tries = 0; start >= 0 && tries < MAX_STARTS; tries++) {
            Optional<Found> found = objectAt(reply, start);
            if (found.isPresent() && found.get().node().has("items")) {
                last = items(found.get().node().get("items"));
            }
            start = reply.indexOf('{', found.isPresent() ? found.get().end() : start + 1);
        }
        return last;
    }

    private static Optional<Found> objectAt(String reply, int start) {
        try (JsonParser parser = JSON.createParser(reply.substring(start))) {
            JsonNode node = parser.readValueAsTree();
            return Optional.of(
                    new Found(node, start + (int) parser.currentLocation().getCharOffset()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> items(JsonNode array) {
        if (!array.isArray() || array.size() > MAX_ITEMS) {
            return Optional.empty();
        }
        Set<String> items = new LinkedHashSet<>();
        for (JsonNode item : array) {
            if (!item.isTextual()) {
                return Optional.empty();
            }
            if (!item.textValue().isBlank()) {
                items.add(item.textValue().strip());
            }
        }
        return Optional.of(new ArrayList<>(items));
    }
}
