package io.github.headroom4j.eval.explain;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.explain.Part.Side;
import io.github.headroom4j.token.TokenCounter;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Lays two requests beside each other: the user's messages that differ, and the tool results by the id of their call. */
final class PartList {

    private final TokenCounter counter;
    private final Decisions decisions;
    private final ChatRequest before;
    private final ChatRequest after;
    private final Map<String, ToolExecutionRequest> calls = new HashMap<>();

    PartList(TokenCounter counter, ChatRequest before, ChatRequest after) {
        this.counter = counter;
        this.decisions = new Decisions(counter);
        this.before = before;
        this.after = after;
        collectCalls(before);
        collectCalls(after);
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>(userMessages());
        Map<String, ToolExecutionResultMessage> theirs = results(after);
        Set<String> known = new HashSet<>();
        String asked = "";
        for (var message : before.messages()) {
            if (message instanceof UserMessage user) {
                asked = user.singleText();
            } else if (message instanceof ToolExecutionResultMessage result) {
                known.add(result.id());
                parts.add(part(result, theirs, asked));
            }
        }
        theirs.forEach((id, result) -> {
            if (!known.contains(id)) {
                parts.add(new Part(label(result), Side.ABSENT, side(result.text()), "looked up", List.of()));
            }
        });
        return parts;
    }

    /** Only those that are not the same in both arms, and of a session with passages the one that has them. */
    private List<Part> userMessages() {
        List<String> ours = users(before);
        List<String> theirs = users(after);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            if (ours.size() == theirs.size() && !ours.get(i).equals(theirs.get(i))) {
                parts.add(new Part(
                        "the user's message, with what was retrieved",
                        side(ours.get(i)),
                        side(theirs.get(i)),
                        "shorter",
                        List.of()));
            }
        }
        return parts;
    }

    private Part part(ToolExecutionResultMessage result, Map<String, ToolExecutionResultMessage> theirs, String asked) {
        ToolExecutionResultMessage other = theirs.get(result.id());
        Side shown = other == null ? Side.ABSENT : side(other.text());
        String happened = other == null ? "not in the request any more" : happened(result, other);
        List<String> why = other == null || other.text().equals(result.text())
                ? List.of()
                : decisions.of(result.text(), other.text(), asked, calls.get(result.id()));
        return new Part(label(result), side(result.text()), shown, happened, why);
    }

    private static String happened(ToolExecutionResultMessage one, ToolExecutionResultMessage other) {
        if (one.text().equals(other.text())) {
            return "unchanged";
        }
        return other.attributes().get(HeadroomAttributes.STEP) instanceof String step
                ? step.toLowerCase(Locale.ROOT).replace('_', ' ')
                : "cut";
    }

    private Side side(String text) {
        return new Side(text, counter.count(text), true);
    }

    private String label(ToolExecutionResultMessage result) {
        ToolExecutionRequest call = calls.get(result.id());
        return result.toolName() + (call == null ? "" : " " + call.arguments());
    }

    private static List<String> users(ChatRequest request) {
        return request.messages().stream()
                .filter(UserMessage.class::isInstance)
                .map(message -> ((UserMessage) message).singleText())
                .toList();
    }

    private static Map<String, ToolExecutionResultMessage> results(ChatRequest request) {
        Map<String, ToolExecutionResultMessage> results = new LinkedHashMap<>();
        request.messages().stream()
                .filter(ToolExecutionResultMessage.class::isInstance)
                .map(ToolExecutionResultMessage.class::cast)
                .forEach(result -> results.put(result.id(), result));
        return results;
    }

    private void collectCalls(ChatRequest request) {
        request.messages().stream()
                .filter(AiMessage.class::isInstance)
                .flatMap(message -> ((AiMessage) message).toolExecutionRequests().stream())
                .forEach(call -> calls.putIfAbsent(call.id(), call));
    }
}
