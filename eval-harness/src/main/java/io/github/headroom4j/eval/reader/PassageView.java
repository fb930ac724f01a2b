package io.github.headroom4j.eval.reader;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.original.OriginalMarker;
import java.util.List;
import java.util.Optional;

/**
 * What a request shows of the passages that were retrieved for a question. Immutable.
 *
 * @param request the request as it was sent
 * @param question what the user asked
 * @param context what stands beside the question in the user's message: the passages as the arm injected them, without the
 *     notes on what is left out
 * @param slices what was read back of originals, in the order of the calls, without headings and line numbers
 * @param ref the original that may be read back, if its marker is shown and there is a tool for it
 */
public record PassageView(
        ChatRequest request, String question, String context, List<String> slices, Optional<String> ref) {

    /** Copies the list. */
    public PassageView {
        slices = List.copyOf(slices);
    }

    /**
     * All that can be read.
     *
     * @return context and slices, with a blank line between them
     */
    public String text() {
        StringBuilder text = new StringBuilder(context);
        slices.forEach(slice -> text.append("\n\n").append(slice));
        return text.toString();
    }

    /**
     * A reply that searches the original.
     *
     * @param pattern a regular expression
     * @return a call of the retrieve tool
     * @throws java.util.NoSuchElementException if there is no {@link #ref}
     */
    public AiMessage search(String pattern) {
        return AiMessage.from(ToolExecutionRequest.builder()
                .id("search_" + slices.size())
                .name(OriginalMarker.RETRIEVE_TOOL)
                .arguments(JsonNodeFactory.instance
                        .objectNode()
                        .put("ref", ref.orElseThrow())
                        .put("grep", pattern)
                        .toString())
                .build());
    }
}
