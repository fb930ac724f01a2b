package io.github.headroom4j.eval.arm;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import io.github.headroom4j.original.OriginalMarker;
import java.time.Instant;
import java.util.UUID;

/**
 * Hides from a tool what it is called for: the user's message, and the arguments. Only for recorded tools, which know their
 * result by the call's id. The retrieve tool cannot work without arguments, and gets them.
 */
record UnaskedExecutor(ToolExecutor delegate) implements ToolExecutor {

    @Override
    public String execute(ToolExecutionRequest request, Object memoryId) {
        return delegate.execute(unasked(request), memoryId);
    }

    @Override
    public ToolExecutionResult executeWithContext(ToolExecutionRequest request, InvocationContext context) {
        InvocationContext bare = InvocationContext.builder()
                .invocationId(new UUID(0, 0))
                .chatMemoryId(context.chatMemoryId())
                .invocationParameters(new InvocationParameters())
                .timestamp(Instant.EPOCH)
                .build();
        return delegate.executeWithContext(unasked(request), bare);
    }

    private static ToolExecutionRequest unasked(ToolExecutionRequest request) {
        return request.name().equals(OriginalMarker.RETRIEVE_TOOL)
                ? request
                : request.toBuilder().arguments("{}").build();
    }
}
