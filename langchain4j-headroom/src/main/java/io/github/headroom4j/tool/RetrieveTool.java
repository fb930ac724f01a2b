package io.github.headroom4j.tool;

import static io.github.headroom4j.original.OriginalMarker.RETRIEVE_TOOL;

import dev.langchain4j.agent.tool.SearchBehavior;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.original.OriginalText;
import io.github.headroom4j.original.Selector;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tool that reads originals back. Whatever a model passes, it answers with text: a part of the original, or an error
 * that says what to do; a valid reference never yields an empty answer. Thread-safe.
 */
final class RetrieveTool implements ToolExecutor {

    /** Short on purpose, since every request pays for it; a test holds it to 80 tokens. */
    static final ToolSpecification SPECIFICATION = ToolSpecification.builder()
            .name(RETRIEVE_TOOL)
            .description("Reads elided lines 34-153, path /items/34-153, Foo#bar")
            .parameters(JsonObjectSchema.builder()
                    .addStringProperty("ref")
                    .addStringProperty("lines")
                    .addStringProperty("grep")
                    .addStringProperty("path")
                    .required("ref")
                    .build())
            .addMetadata(ToolSpecification.METADATA_SEARCH_BEHAVIOR, SearchBehavior.ALWAYS_VISIBLE)
            .build();

    private static final Logger log = LoggerFactory.getLogger(RetrieveTool.class);

    private final Headroom headroom;

    /** Asked after the conversation's own scope, in this order. */
    private final List<String> furtherScopes;

    RetrieveTool(Headroom headroom, List<String> furtherScopes) {
        this.headroom = Objects.requireNonNull(headroom, "headroom");
        this.furtherScopes = List.copyOf(furtherScopes);
    }

    @Override
    public String execute(ToolExecutionRequest request, Object memoryId) {
        return answer(request, memoryId).text();
    }

    @Override
    public ToolExecutionResult executeWithContext(ToolExecutionRequest request, InvocationContext context) {
        Answer answer = answer(request, context == null ? null : context.chatMemoryId());
        return ToolExecutionResult.builder()
                .isError(answer.error())
                .resultText(answer.text())
                .attributes(Map.of(HeadroomAttributes.STEP, HeadroomAttributes.RETRIEVED))
                .build();
    }

    private record Answer(String text, boolean error) {}

    private Answer answer(ToolExecutionRequest request, @Nullable Object memoryId) {
        try {
            return read(RetrieveArguments.parse(request.arguments()), CompressionRequest.scopeOf(memoryId));
        } catch (IllegalArgumentException e) {
            return new Answer(String.valueOf(e.getMessage()), true);
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("An original could not be read", e);
            return new Answer("The original could not be read: " + e.getMessage() + ". Run its tool again.", true);
        }
    }

    private Answer read(RetrieveArguments arguments, String scope) {
        Optional<String> ref = OriginalMarker.refIn(arguments.ref());
        if (ref.isEmpty()) {
            return new Answer(
                    "ref must be the 12 hex digits of a marker like [" + RETRIEVE_TOOL
                            + " ref=0123456789ab ...], but was '" + arguments.shownRef() + "'",
                    true);
        }
        return find(scope, ref.get())
                .map(original -> new Answer(slice(original, arguments.selector()), false))
                .orElseGet(() -> missing(ref.get()));
    }

    private Optional<String> find(String scope, String ref) {
        Optional<String> found = headroom.originals().find(scope, ref);
        for (int i = 0; found.isEmpty() && i < furtherScopes.size(); i++) {
            found = headroom.originals().find(furtherScopes.get(i), ref);
        }
        return found;
    }

    private String slice(String original, Selector selector) {
        // Only an outline names the kind of text.
        String kind = selector.isEmpty() ? kind(original) : "";
        return OriginalText.of(original, kind)
                .withParts(headroom.namedParts())
                .slice(selector)
                .render();
    }

    private String kind(String original) {
        return headroom.detect(original).stream()
                .map(detection -> detection.type().name())
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static Answer missing(String ref) {
        return new Answer(
                "This conversation has no original " + ref
                        + ". Copy the ref exactly as its marker shows it; if it is right, the original is no longer kept,"
                        + " it may have expired: call the tool that returned it again.",
                true);
    }
}
