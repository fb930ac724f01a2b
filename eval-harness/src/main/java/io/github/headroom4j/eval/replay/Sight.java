package io.github.headroom4j.eval.replay;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.reader.SessionReader.InSight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a request shows to a reader. Stateless. */
final class Sight {

    private Sight() {}

    static String question(ChatRequest request) {
        return request.messages().stream()
                .filter(UserMessage.class::isInstance)
                .map(message -> ((UserMessage) message).singleText())
                .reduce("", (first, last) -> last);
    }

    static List<ToolExecutionResultMessage> results(ChatRequest request) {
        return request.messages().stream()
                .filter(ToolExecutionResultMessage.class::isInstance)
                .map(ToolExecutionResultMessage.class::cast)
                .toList();
    }

    static List<Reader.Seen> seen(ChatRequest request) {
        Map<String, String> arguments = request.messages().stream()
                .filter(AiMessage.class::isInstance)
                .flatMap(message -> ((AiMessage) message).toolExecutionRequests().stream())
                .collect(Collectors.toMap(ToolExecutionRequest::id, ToolExecutionRequest::arguments));
        return results(request).stream()
                .map(result -> new Reader.Seen(
                        result.toolName(),
                        arguments.getOrDefault(result.id(), "{}"),
                        Notation.expand(result.text()),
                        result.text()))
                .toList();
    }

    /** The results with what the user had said when they were asked for. */
    static List<InSight> inSight(ChatRequest request) {
        List<Reader.Seen> seen = seen(request);
        List<InSight> inSight = new ArrayList<>();
        String asked = "";
        for (ChatMessage message : request.messages()) {
            if (message instanceof UserMessage user) {
                asked = user.singleText();
            } else if (message instanceof ToolExecutionResultMessage) {
                inSight.add(new InSight(seen.get(inSight.size()), asked));
            }
        }
        return inSight;
    }
}
