package io.github.headroom4j.eval.reader.model.cassette;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.reader.model.ModelCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a request that an answer depends on, as JSON whose members are sorted: which model, all messages, all tools,
 * all parameters, and the draw. Where the model is reached and with which key is not in it. Immutable.
 *
 * @param json the request
 * @param key its SHA-256, in hexadecimal digits
 */
record CanonicalRequest(JsonNode json, String key) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * The canonical form of a request.
     *
     * @param call the request
     * @param model what tells one model from another: provider, name, seed, hash of a file
     */
    static CanonicalRequest of(ModelCall call, Map<String, String> model) {
        Map<String, Object> all = new TreeMap<>();
        all.put("model", new TreeMap<>(model));
        all.put("draw", call.draw());
        all.put("messages", CanonicalMessages.of(call.request().messages()));
        all.put("tools", tools(call.request()));
        all.put("parameters", parameters(call.request().parameters()));
        JsonNode json = sorted(JSON.valueToTree(all));
        return new CanonicalRequest(json, keyOf(json));
    }

    /** The key of a request that is canonical already. */
    static String keyOf(JsonNode json) {
        try {
            return Sha256.of(JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree is JSON", e);
        }
    }

    private static List<JsonNode> tools(ChatRequest request) {
        return request.toolSpecifications().stream()
                .map(ToolSpecification::toJson)
                .map(CanonicalRequest::parse)
                .toList();
    }

    private static Map<String, Object> parameters(ChatRequestParameters parameters) {
        Map<String, Object> known = new TreeMap<>();
        put(known, "modelName", parameters.modelName());
        put(known, "temperature", parameters.temperature());
        put(known, "topP", parameters.topP());
        put(known, "topK", parameters.topK());
        put(known, "frequencyPenalty", parameters.frequencyPenalty());
        put(known, "presencePenalty", parameters.presencePenalty());
        put(known, "maxOutputTokens", parameters.maxOutputTokens());
        put(known, "stopSequences", parameters.stopSequences());
        put(
                known,
                "toolChoice",
                parameters.toolChoice() == null ? null : parameters.toolChoice().name());
        put(
                known,
                "responseFormat",
                parameters.responseFormat() == null
                        ? null
                        : parameters.responseFormat().toString());
        return known;
    }

    private static void put(Map<String, Object> known, String name, @Nullable Object value) {
        if (value != null) {
            known.put(name, value);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tool specification was JSON when it was written", e);
        }
    }

    /** Through maps, which are written sorted; arrays keep their order. */
    private static JsonNode sorted(JsonNode tree) {
        try {
            return JSON.readTree(JSON.writeValueAsString(JSON.treeToValue(tree, Object.class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree is JSON", e);
        }
    }
}
