package io.github.headroom4j.eval.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Explanation;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says how the library came to a text, by asking it again. The arm is not asked: what is told is told only if the library,
 * set up as users would, comes to the very same text, and so never of another way to the result.
 */
final class Decisions {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** What the library reads of a question and of a call's arguments; the rest says nothing to it. */
    private static final int MAX_QUESTION_CHARS = 2_000;

    private static final int MAX_ARGUMENTS_CHARS = 500;

    private final List<Headroom> setups;

    Decisions(TokenCounter counter) {
        setups = List.of(
                Headroom.builder()
                        .policies(CompressionPolicies.standard())
                        .tokenCounter(counter)
                        .withoutTimeout()
                        .build(),
                Headroom.builder()
                        .policies(CompressionPolicies.losslessOnly())
                        .tokenCounter(counter)
                        .withoutTimeout()
                        .build());
    }

    List<String> of(String text, String shown, String question, @Nullable ToolExecutionRequest call) {
        if (call == null) {
            return List.of();
        }
        String asked = question.substring(0, Math.min(question.length(), MAX_QUESTION_CHARS));
        CompressionRequest request = CompressionRequest.of(text)
                .withQuery((asked + "\n" + values(call.arguments())).strip())
                .withTool(call.name());
        for (Headroom setup : setups) {
            Explanation explanation = setup.explain(request);
            if (explanation.result().text().equals(shown)) {
                return explanation
                        .text()
                        .lines()
                        .filter(line -> !line.isEmpty())
                        .toList();
            }
        }
        return List.of();
    }

    private static String values(String arguments) {
        if (arguments.length() > MAX_ARGUMENTS_CHARS) {
            return "";
        }
        try {
            List<String> values = new ArrayList<>();
            collect(JSON.readTree(arguments), values);
            return String.join("\n", values);
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static void collect(JsonNode node, List<String> values) {
        if (node.isTextual() || node.isNumber()) {
            values.add(node.asText());
        }
        node.forEach(child -> collect(child, values));
    }
}
