package io.github.headroom4j.memory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.langchain4j.agent.tool.SearchBehavior;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a model read a shared context. Whatever it passes, the answer is a text or an error that says what to do. */
final class SharedGetTool implements ToolExecutor {

    /** So many keys are listed, the newest; some thousands of tokens. */
    static final int MAX_LISTED = 100;

    static final ToolSpecification SPECIFICATION = ToolSpecification.builder()
            .name(SharedContext.GET_TOOL)
            .description("Reads what agents shared under a key, chosen for a question. Without key: lists keys")
            .parameters(JsonObjectSchema.builder()
                    .addStringProperty("key")
                    .addStringProperty("question")
                    .build())
            .addMetadata(ToolSpecification.METADATA_SEARCH_BEHAVIOR, SearchBehavior.ALWAYS_VISIBLE)
            .build();

    private static final Logger log = LoggerFactory.getLogger(SharedGetTool.class);

    private static final JsonFactory JSON = new JsonFactory();

    private static final Map<String, Object> AS_IT_IS = Map.of(HeadroomAttributes.STEP, HeadroomAttributes.UNCHANGED);

    private record Answer(String text, boolean error, Map<String, Object> attributes) {}

    private final SharedBoard board;

    SharedGetTool(SharedBoard board) {
        this.board = board;
    }

    @Override
    public String execute(ToolExecutionRequest request, Object memoryId) {
        return answer(request).text();
    }

    @Override
    public ToolExecutionResult executeWithContext(ToolExecutionRequest request, InvocationContext invocation) {
        Answer answer = answer(request);
        return ToolExecutionResult.builder()
                .isError(answer.error())
                .resultText(answer.text())
                .attributes(answer.attributes())
                .build();
    }

    private Answer answer(ToolExecutionRequest request) {
        try {
            Map<String, String> arguments = parse(request.arguments());
            String key = arguments.getOrDefault("key", "");
            return key.isBlank() ? listing() : read(key, arguments.getOrDefault("question", ""));
        } catch (IOException e) {
            return failed(
                    "The arguments must be a JSON object such as {\"key\":\"build-log\",\"question\":\"What failed?\"}");
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("A shared content could not be read", e);
            return failed("What is shared could not be read: " + e.getMessage());
        }
    }

    private Answer read(String key, String question) {
        Optional<SharedBoard.Shown> shown = board.show(key, question);
        return shown.map(view -> new Answer(view.text(), false, view.attributes()))
                .orElseGet(() ->
                        failed("Nothing is shared under this key. " + listing().text()));
    }

    private Answer listing() {
        List<SharedEntry> entries = board.entries().all();
        if (entries.isEmpty()) {
            return new Answer("Nothing is shared yet.", false, AS_IT_IS);
        }
        StringBuilder lines = new StringBuilder("Shared keys, " + entries.size() + " in all");
        int first = Math.max(0, entries.size() - MAX_LISTED);
        lines.append(first == 0 ? ":" : ", the newest " + MAX_LISTED + ":");
        for (SharedEntry entry : entries.subList(first, entries.size())) {
            SharedEntry.Version current = entry.current();
            lines.append("\n").append(entry.key()).append(": ").append(entry.tokensBefore());
            lines.append(" tokens, shown in ").append(entry.tokensAfter());
            lines.append(", by ").append(current.agent()).append(" at ").append(current.at());
        }
        return new Answer(OriginalMarker.escapeLookAlikes(lines.toString()), false, AS_IT_IS);
    }

    private static Answer failed(String text) {
        return new Answer(text, true, AS_IT_IS);
    }

    /** Strings and numbers of a flat object; anything else counts as absent. */
    private static Map<String, String> parse(String json) throws IOException {
        Map<String, String> values = new HashMap<>();
        if (json == null || json.isBlank()) {
            return values;
        }
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value != null && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    values.put(name, parser.getText());
                }
                parser.skipChildren();
            }
        }
        return values;
    }
}
