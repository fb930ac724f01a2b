package io.github.headroom4j.tool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.headroom4j.original.Selector;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call as the model wrote them.
 *
 * @param ref the reference, perhaps with more of the marker around it; empty if there is none
 * @param selector what of the original to read
 */
record RetrieveArguments(String ref, Selector selector) {

    /** Errors quote no more of what the model wrote. */
    private static final int MAX_SHOWN_CHARS = 80;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /** Reads a flat object of strings and numbers; other values and other names count as absent. */
    static RetrieveArguments parse(@Nullable String json) {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(json == null ? "" : json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed(json);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    values.put(name, parser.getText());
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            throw malformed(json);
        }
        return new RetrieveArguments(
                values.getOrDefault("ref", ""),
                new Selector(
                        values.getOrDefault("lines", ""),
                        values.getOrDefault("grep", ""),
                        values.getOrDefault("path", "")));
    }

    String shownRef() {
        return shown(ref);
    }

    private static IllegalArgumentException malformed(@Nullable String json) {
        return new IllegalArgumentException(
                "the arguments must be a JSON object such as {\"ref\":\"0123456789ab\",\"lines\":\"34-153\"}, but were '"
                        + shown(json == null ? "" : json) + "'");
    }

    private static String shown(String text) {
        return text.length() <= MAX_SHOWN_CHARS ? text : text.substring(0, MAX_SHOWN_CHARS) + "…";
    }
}
