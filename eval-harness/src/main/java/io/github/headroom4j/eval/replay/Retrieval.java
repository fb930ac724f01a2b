package io.github.headroom4j.eval.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.reader.SessionReader.Lookup;
import io.github.headroom4j.original.OriginalMarker;

/** Calls of the retrieve tool. Stateless. */
final class Retrieval {

    static final String TOOL = OriginalMarker.RETRIEVE_TOOL;

    private Retrieval() {}

    static boolean isDeclaredIn(ChatRequest request) {
        return request.toolSpecifications().stream()
                .anyMatch(tool -> tool.name().equals(TOOL));
    }

    static ObjectNode arguments(String ref) {
        return JsonNodeFactory.instance.objectNode().put("ref", ref);
    }

    static ToolExecutionRequest of(String id, Lookup lookup) {
        return lookup.grep().isEmpty()
                ? call(id, arguments(lookup.ref()).toString())
                : grep(id, lookup.ref(), lookup.grep());
    }

    static ToolExecutionRequest grep(String id, String ref, String pattern) {
        return call(id, arguments(ref).put("grep", pattern).toString());
    }

    static ToolExecutionRequest call(String id, String arguments) {
        return ToolExecutionRequest.builder()
                .id(id)
                .name(TOOL)
                .arguments(arguments)
                .build();
    }
}
