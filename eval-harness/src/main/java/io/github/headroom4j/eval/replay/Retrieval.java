package io.github.headroom4j.eval.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutionResult;
import io.github.headroom4j.eval.reader.SessionReader.Lookup;
import io.github.headroom4j.original.OriginalMarker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    /** A pattern that matches a text and nothing else. */
    static String literal(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}\\s]", "\\\\$0");
    }

    /** The references of all markers in a text, in its order. */
    static List<String> refsIn(String text) {
        return text.lines()
                .map(OriginalMarker::refAtEndOf)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** What the tool returns to the agent of a session; empty if the agent has no such tool. */
    static Optional<String> read(Session session, String arguments) {
        InvocationContext context = InvocationContext.builder()
                .invocationId(new UUID(0, 0))
                .chatMemoryId(session.memoryId())
                .invocationParameters(new InvocationParameters())
                .timestamp(Instant.EPOCH)
                .build();
        return session.tools().stream()
                .filter(tool -> tool.name().equals(TOOL))
                .findFirst()
                .map(AiServiceTool::toolExecutor)
                .map(executor -> executor.executeWithContext(call("retrieve_0", arguments), context))
                .map(ToolExecutionResult::resultText);
    }
}
