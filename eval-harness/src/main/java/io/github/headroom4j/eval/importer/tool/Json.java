package io.github.headroom4j.eval.importer.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Writes arguments and results of tools. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings and numbers can always be written", e);
        }
    }

    static String arguments(String name, String value) {
        return of(Map.of(name, value));
    }

    /** A text if it is a JSON object, else one that has it as its member. */
    static String object(String text) {
        try {
            return MAPPER.readTree(text).isObject() ? text : arguments("arguments", text);
        } catch (JsonProcessingException e) {
            return arguments("arguments", text);
        }
    }
}
