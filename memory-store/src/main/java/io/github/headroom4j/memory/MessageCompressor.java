package io.github.headroom4j.memory;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compresses the texts of one stored message, once. Thread-safe. */
final class MessageCompressor {

    /** What is decided anew each time at little cost and with the same outcome, so that the message need not tell it. */
    private static final Set<Reason> CHEAP =
            Set.of(Reason.VERBATIM_POLICY, Reason.TOO_SMALL, Reason.TOO_LARGE, Reason.ALREADY_COMPRESSED);

    private final Headroom headroom;

    MessageCompressor(Headroom headroom) {
        this.headroom = headroom;
    }

    /** The same object if nothing is to be changed. */
    ChatMessage compress(ChatMessage message, String scope) {
        boolean result = message instanceof ToolExecutionResultMessage;
        return result ? compress((ToolExecutionResultMessage) message, scope) : message;
    }

    private ToolExecutionResultMessage compress(ToolExecutionResultMessage message, String scope) {
        if (Boolean.TRUE.equals(message.isError())
                || HeadroomAttributes.forbidCompression(message.attributes())
                || OriginalMarker.RETRIEVE_TOOL.equals(message.toolName())) {
            return message;
        }
        CompressionRequest about = CompressionRequest.of("").withScope(scope).withTool(toolOf(message));
        List<Content> contents = new ArrayList<>(message.contents());
        List<Compressed> compressed = new ArrayList<>();
        List<OriginalId> originals = new ArrayList<>();
        boolean tried = false;
        for (int i = 0; i < contents.size(); i++) {
            if (contents.get(i) instanceof TextContent content) {
                CompressionResult result = headroom.compress(about.withText(content.text()));
                if (result instanceof Compressed smaller) {
                    contents.set(i, TextContent.from(smaller.text()));
                    compressed.add(smaller);
                    smaller.original()
                            .or(() -> headroom.keep(about.withText(content.text())))
                            .ifPresent(originals::add);
                }
                tried |= !(result instanceof Unchanged unchanged) || !CHEAP.contains(unchanged.reason());
            }
        }
        if (!compressed.isEmpty()) {
            return rebuilt(message, contents, HeadroomAttributes.with(message.attributes(), compressed, originals));
        }
        return tried ? rebuilt(message, contents, markedUnchanged(message.attributes())) : message;
    }

    private static String toolOf(ToolExecutionResultMessage message) {
        return message.toolName() == null ? "" : message.toolName();
    }

    private static Map<String, Object> markedUnchanged(Map<String, Object> attributes) {
        Map<String, Object> marked = new HashMap<>(attributes);
        marked.put(HeadroomAttributes.STEP, HeadroomAttributes.UNCHANGED);
        return marked;
    }

    private static ToolExecutionResultMessage rebuilt(
            ToolExecutionResultMessage message, List<Content> contents, Map<String, Object> attributes) {
        return message.toBuilder().contents(contents).attributes(attributes).build();
    }
}
