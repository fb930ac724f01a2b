package io.github.headroom4j.eval.reader.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads replies of models, which may be anything. Stateless. */
final class Replies {

    private static final String THOUGHTS_BEGIN = "<think>";
    private static final String THOUGHTS_END = "</think>";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private Replies() {}

    /** What is said after thinking aloud, as some servers pass it on. */
    static String withoutThoughts(@Nullable String reply) {
        String text = reply == null ? "" : reply;
        int end = text.lastIndexOf(THOUGHTS_END);
        if (end >= 0) {
            return text.substring(end + THOUGHTS_END.length());
        }
        // Thoughts that were cut off are no answer.
        return text.stripLeading().startsWith(THOUGHTS_BEGIN) ? "" : text;
    }

    /** A call as it is sent on: of a tool that there is, with an id of ours and with an object as arguments. */
    static ToolExecutionRequest call(String id, ToolExecutionRequest call, Set<String> declared) {
        if (call.name() == null || !declared.contains(call.name())) {
            throw new ModelFailure(ModelFailure.Kind.UNKNOWN_TOOL, "calls a tool that it was not given");
        }
        return ToolExecutionRequest.builder()
                .id(id)
                .name(call.name())
                .arguments(arguments(call.arguments()))
                .build();
    }

    private static String arguments(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return "{}";
        }
        try {
            if (JSON.readTree(json).isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Answered below like any other text that is no object.
        }
        throw new ModelFailure(ModelFailure.Kind.UNPARSED, "calls a tool with arguments that are no JSON object");
    }
}
