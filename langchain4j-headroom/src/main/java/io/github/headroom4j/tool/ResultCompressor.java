package io.github.headroom4j.tool;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.ToolExecutionResult;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compresses the texts of a tool's result and leaves everything else of it as it is. Thread-safe. */
final class ResultCompressor {

    private final Headroom headroom;

    ResultCompressor(Headroom headroom) {
        this.headroom = headroom;
    }

    /** The same object if nothing changed. */
    ToolExecutionResult compress(
            ToolExecutionResult result, ToolExecutionRequest request, @Nullable InvocationContext context) {
        if (result.isError() || HeadroomAttributes.forbidCompression(result.attributes())) {
            return result;
        }
        List<Content> contents = new ArrayList<>(result.resultContents());
        List<Compressed> compressed = new ArrayList<>();
        List<OriginalId> originals = new ArrayList<>();
        CompressionRequest about = about(request, context);
        for (int i = 0; i < contents.size(); i++) {
            if (contents.get(i) instanceof TextContent content
                    && headroom.compress(about.withText(content.text())) instanceof Compressed smaller) {
                contents.set(i, TextContent.from(smaller.text()));
                compressed.add(smaller);
                smaller.original()
                        .or(() -> headroom.keep(about.withText(content.text())))
                        .ifPresent(originals::add);
            }
        }
        SeenChanges.remember(result, context);
        return compressed.isEmpty()
                ? result
                : rebuilt(result, contents, HeadroomAttributes.with(result.attributes(), compressed, originals));
    }

    String compress(String text, ToolExecutionRequest request, @Nullable Object memoryId) {
        CompressionRequest about = CompressionRequest.of(text)
                .withQuery(ToolQuery.of(request, null))
                .withTool(request.name())
                .withScope(CompressionRequest.scopeOf(memoryId));
        CompressionResult result = headroom.compress(about);
        return result.text();
    }

    private static CompressionRequest about(ToolExecutionRequest request, @Nullable InvocationContext context) {
        return CompressionRequest.of("")
                .withQuery(ToolQuery.of(request, context))
                .withTool(request.name())
                .withScope(CompressionRequest.scopeOf(context == null ? null : context.chatMemoryId()))
                .withChanges(SeenChanges.in(context));
    }

    /** Built anew: a builder made from a lazy result would carry its supplier, which excludes contents. */
    private static ToolExecutionResult rebuilt(
            ToolExecutionResult result, List<Content> contents, Map<String, Object> attributes) {
        return ToolExecutionResult.builder()
                .isError(result.isError())
                .result(result.result())
                .resultContents(contents)
                .attributes(attributes)
                .build();
    }
}
