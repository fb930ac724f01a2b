package io.github.headroom4j.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The arguments of a call, by name. Immutable. */
final class CallArguments {

    /** Longer arguments are data. */
    private static final int MAX_CHARS = 100_000;

    /** Names of arguments that choose a part of what is read, without case and underscores. */
    private static final Set<String> PART_NAMES = Set.of(
            "offset",
            "limit",
            "start",
            "end",
            "startline",
            "endline",
            "from",
            "to",
            "line",
            "lines",
            "range",
            "linerange",
            "viewrange",
            "page",
            "pagesize",
            "head",
            "tail",
            "maxlines",
            "maxresults");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, JsonNode> values = new TreeMap<>();

    private CallArguments() {}

    /** Of a call without readable arguments there are none. */
    static CallArguments of(ToolExecutionRequest call) {
        CallArguments arguments = new CallArguments();
        String json = call.arguments();
        if (json == null || json.isBlank() || json.length() > MAX_CHARS) {
            return arguments;
        }
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.isObject()) {
                tree.properties().forEach(entry -> arguments.values.put(entry.getKey(), entry.getValue()));
            }
        } catch (JsonProcessingException e) {
            // The tool complained; nothing is known of the call.
            arguments.values.clear();
        }
        return arguments;
    }

    Map<String, JsonNode> values() {
        return Map.copyOf(values);
    }

    /** All values, equal for equal arguments in whichever order. */
    String exact() {
        return values.toString();
    }

    /** Without those that choose a part. */
    String whole() {
        Map<String, JsonNode> whole = new TreeMap<>(values);
        whole.keySet().removeIf(CallArguments::choosesPart);
        return whole.toString();
    }

    private static boolean choosesPart(String name) {
        return PART_NAMES.contains(name.toLowerCase(Locale.ROOT).replace("_", ""));
    }
}
