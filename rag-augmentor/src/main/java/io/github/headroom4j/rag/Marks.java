package io.github.headroom4j.rag;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import io.github.headroom4j.CompressionResult.Step;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What user messages carry of ours. Stateless. */
final class Marks {

    /** On its way through an augmentor only: whose originals those of the message are. */
    private static final String SCOPE = "headroom.scope";

    private Marks() {}

    static UserMessage withScope(UserMessage message, String scope) {
        Map<String, Object> attributes = new HashMap<>(message.attributes());
        attributes.put(SCOPE, scope);
        return message.toBuilder().attributes(attributes).build();
    }

    static Optional<String> scopeOf(UserMessage message) {
        return Optional.ofNullable(message.attributes().get(SCOPE)).map(String::valueOf);
    }

    static UserMessage withoutScope(UserMessage message) {
        Map<String, Object> attributes = new HashMap<>(message.attributes());
        attributes.remove(SCOPE);
        return message.toBuilder().attributes(attributes).build();
    }

    /** Whether passages in the message were pruned. */
    static boolean isMarked(UserMessage message) {
        return HeadroomAttributes.areOurs(message.attributes());
    }

    /** The message marked as one whose passages were pruned; others than user messages stay as they are. */
    static ChatMessage marked(ChatMessage message, PrunedPassages pruned) {
        if (!(message instanceof UserMessage user)) {
            return message;
        }
        Map<String, Object> attributes = new HashMap<>(user.attributes());
        String ids =
                pruned.originals().stream().map(OriginalId::sha256).distinct().collect(Collectors.joining(","));
        attributes.put(HeadroomAttributes.STEP, (ids.isEmpty() ? Step.REPACKED : Step.SELECTED).name());
        if (!ids.isEmpty()) {
            attributes.put(HeadroomAttributes.ORIGINAL, ids);
        }
        return user.toBuilder().attributes(attributes).build();
    }

    /** What the user wrote. */
    static String question(UserMessage message) {
        return message.contents().stream()
                .filter(TextContent.class::isInstance)
                .map(content -> ((TextContent) content).text())
                .collect(Collectors.joining("\n"));
    }
}
