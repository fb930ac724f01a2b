package io.github.headroom4j.tool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.invocation.InvocationContext;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an agent wants from a tool's result: the user's question, and the values of the call's arguments, since a pattern
 * or an id that the agent asks for is what it will look for.
 */
final class ToolQuery {

    /** A longer question is a document (retrieved passages follow the question), and would make everything relevant. */
    static final int MAX_QUESTION_CHARS = 2_000;

    /** Longer arguments are data (a patch, a file), not a question. */
    static final int MAX_ARGUMENTS_CHARS = 500;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private ToolQuery() {}

    static String of(ToolExecutionRequest request, @Nullable InvocationContext context) {
        String question = context == null ? "" : question(context.userMessage());
        return (question + "\n" + argumentValues(request.arguments())).strip();
    }

    /** What the user wrote last, bounded. */
    static String question(@Nullable UserMessage message) {
        if (message == null) {
            return "";
        }
        String text = message.contents().stream()
                .filter(TextContent.class::isInstance)
                .map(content -> ((TextContent) content).text())
                .collect(Collectors.joining("\n"));
        return text.substring(0, Math.min(text.length(), MAX_QUESTION_CHARS));
    }

    /** Strings and numbers without their names; nothing if the arguments are long or no JSON. */
    private static String argumentValues(@Nullable String arguments) {
        if (arguments == null || arguments.length() > MAX_ARGUMENTS_CHARS) {
            return "";
        }
        StringBuilder values = new StringBuilder();
        try (JsonParser parser = FACTORY.createParser(arguments)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                    values.append(parser.getText()).append('\n');
                }
            }
        } catch (IOException e) {
            // The tool will complain; what could be read so far is as good a hint as any.
            return values.toString();
        }
        return values.toString();
    }
}
