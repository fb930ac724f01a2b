package io.github.headroom4j.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.original.OriginalText;
import io.github.headroom4j.token.TokenCounter;
import io.github.headroom4j.tool.HeadroomTools;

/** What every result keeps whatever the text was: no failure, never larger, everything to be had again. */
public final class Promises {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    private Promises() {}

    /**
     * Compresses a text and checks the result.
     *
     * @param headroom an instance whose policies let small texts through, without a time limit
     * @param request the text and its question
     * @return the result, for further checks
     */
    public static CompressionResult check(Headroom headroom, CompressionRequest request) {
        CompressionResult result = headroom.compress(request);
        String text = request.text();
        if (result instanceof Unchanged unchanged) {
            assertThat(unchanged.text()).isSameAs(text);
            assertThat(unchanged.reason()).isNotIn(Reason.FAILED, Reason.TIMEOUT);
        } else if (result instanceof Compressed compressed) {
            assertThat(COUNTER.count(compressed.text())).isLessThan(COUNTER.count(text));
            if (compressed.original().isPresent()) {
                assertThat(retrieved(headroom, compressed.text(), text.length()))
                        .isEqualTo(text);
            }
        }
        return result;
    }

    /** The original as a model gets it that asks for all its lines; longer ones straight from the store. */
    private static String retrieved(Headroom headroom, String shown, int length) {
        String ref = OriginalMarker.refAtEndOf(shown).orElseThrow();
        if (length > OriginalText.MAX_SLICE_CHARS) {
            return headroom.originals()
                    .find(CompressionRequest.DEFAULT_SCOPE, ref)
                    .orElseThrow();
        }
        ToolExecutionRequest request = ToolExecutionRequest.builder()
                .id("read-back")
                .name(OriginalMarker.RETRIEVE_TOOL)
                .arguments(JsonNodeFactory.instance
                        .objectNode()
                        .put("ref", ref)
                        .put("lines", "1-")
                        .toString())
                .build();
        String answer =
                HeadroomTools.retrieve(headroom).toolExecutor().execute(request, CompressionRequest.DEFAULT_SCOPE);
        return answer.substring(answer.indexOf('\n') + 1);
    }
}
