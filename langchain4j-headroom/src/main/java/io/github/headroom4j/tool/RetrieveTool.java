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
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.original.OriginalText;
import io.github.headroom4j.original.Selector;
import io.github.headroom4j.original.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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
        return answer(request, CompressionRequest.scopeOf(memoryId), "").text();
    }

    @Override
    public ToolExecutionResult executeWithContext(ToolExecutionRequest request, InvocationContext context) {
        String scope = CompressionRequest.scopeOf(context == null ? null : context.chatMemoryId());
        Answer answer = answer(request, scope, context == null ? "" : ToolQuery.question(context.userMessage()));
        return ToolExecutionResult.builder()
                .isError(answer.error())
                .resultText(answer.text())
                .attributes(Map.of(HeadroomAttributes.STEP, HeadroomAttributes.RETRIEVED))
                .build();
    }

    private record Answer(String text, boolean error) {}

    private Answer answer(ToolExecutionRequest request, String scope, String question) {
        try {
            return read(RetrieveArguments.parse(request.arguments()), scope, question);
        } catch (IllegalArgumentException e) {
            return new Answer(String.valueOf(e.getMessage()), true);
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("An original could not be read", e);
            return new Answer("The original could not be read: " + e.getMessage() + ". Run its tool again.", true);
        }
    }

    private Answer read(RetrieveArguments arguments, String scope, String question) {
        Optional<String> ref = OriginalMarker.refIn(arguments.ref());
        if (ref.isEmpty()) {
            return new Answer(
                    "ref must be the 12 hex digits of a marker like [" + RETRIEVE_TOOL
                            + " ref=0123456789ab ...], but was '" + arguments.shownRef() + "'",
                    true);
        }
        List<String> scopes = new ArrayList<>(List.of(scope));
        scopes.addAll(furtherScopes);
        for (String one : scopes) {
            Optional<String> original = headroom.originals().find(one, ref.get());
            if (original.isPresent()) {
                CompressionRequest found =
                        CompressionRequest.of(original.get()).withScope(one).withQuery(question);
                return new Answer(slice(found, arguments.selector()), false);
            }
        }
        return missing(ref.get());
    }

    private String slice(CompressionRequest found, Selector selector) {
        OriginalText original = OriginalText.of(found.text()).withParts(headroom.namedParts());
        boolean exact = !selector.isEmpty() || found.text().length() <= OriginalText.SMALL_CHARS;
        return (exact ? original.slice(selector) : whole(found, original)).render();
    }

    /** A model that asks for nothing in particular gets what matters for its question, as when the text was new. */
    private Slice whole(CompressionRequest found, OriginalText original) {
        CompressionResult result = headroom.compress(found.withTool(RETRIEVE_TOOL));
        if (result instanceof Compressed compressed && compressed.text().length() <= OriginalText.MAX_SLICE_CHARS) {
            return original.called(kind(compressed.detected())).overview(withoutMarker(compressed));
        }
        return found.text().length() <= OriginalText.MAX_SLICE_CHARS
                ? original.slice(Selector.lines("1-"))
                : original.called(kind(headroom.detect(found.text()))).slice(Selector.NONE);
    }

    private static String withoutMarker(Compressed compressed) {
        String text = compressed.text();
        return compressed.original().isPresent() ? text.substring(0, text.lastIndexOf('\n') + 1) : text;
    }

    private static String kind(List<Detection> detected) {
        return detected.stream()
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
