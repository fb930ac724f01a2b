package io.github.headroom4j.memory;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Folds messages: keeps their texts as originals, and shows an outline or a marker instead. Thread-safe. */
final class Folder {

    private static final String SUPERSEDED_NOTE = "[left out: the same call was made again further down]\n";
    private static final String LEFT_OUT_NOTE = "[an old result, left out]\n";

    /** A text in its new form. */
    private record Folded(String text, OriginalId original) {}

    private final Headroom headroom;
    private final int outlineTokens;

    Folder(Headroom headroom, int outlineTokens) {
        this.headroom = headroom;
        this.outlineTokens = outlineTokens;
    }

    /** Keeps all texts that have no original yet at once, which is faster; those that then are not kept stay as they are. */
    void keepAhead(History history, List<Fold> folds, String scope) {
        List<String> texts = folds.stream()
                .map(fold -> history.message(fold.index()))
                .distinct()
                .flatMap(message -> withoutOriginal(message).stream())
                .toList();
        if (texts.size() > 1) {
            headroom.originals().putAll(scope, texts);
        }
    }

    private static List<String> withoutOriginal(ChatMessage message) {
        if (message instanceof ToolExecutionResultMessage result) {
            return result.attributes().containsKey(HeadroomAttributes.ORIGINAL)
                    ? List.of()
                    : result.contents().stream()
                            .filter(TextContent.class::isInstance)
                            .map(content -> ((TextContent) content).text())
                            .toList();
        }
        return message instanceof UserMessage user
                ? Passages.in(user).map(Passages::retrieved).stream().toList()
                : List.of(MessageTexts.of(message));
    }

    /** Empty if it would not become smaller, or its original could not be kept. */
    Optional<ChatMessage> fold(History history, Fold fold, String scope) {
        ChatMessage message = history.message(fold.index());
        CompressionRequest about = CompressionRequest.of("").withScope(scope);
        return switch (fold.kind()) {
            case SUPERSEDED -> pointer((ToolExecutionResultMessage) message, scope, SUPERSEDED_NOTE);
            case LEFT_OUT -> pointer((ToolExecutionResultMessage) message, scope, LEFT_OUT_NOTE);
            case RESULT -> result((ToolExecutionResultMessage) message, about.withQuery(query(history, fold.index())));
            case PASSAGES -> passages((UserMessage) message, about);
            case ANSWER -> answer((AiMessage) message, about.withQuery(history.questionBefore(fold.index())));
        };
    }

    /** What was asked for, by the user and by the call. */
    private static String query(History history, int index) {
        String values = history.call(index).map(Folder::values).orElse("");
        return (history.questionBefore(index) + "\n" + values).strip();
    }

    private static String values(ToolExecutionRequest call) {
        StringBuilder values = new StringBuilder();
        CallArguments.of(call).values().values().stream()
                .filter(value -> value.isTextual() || value.isNumber())
                .map(value -> value.asText())
                .filter(value -> value.length() <= 500)
                .sorted()
                .forEach(value -> values.append(value).append('\n'));
        return values.toString();
    }

    private Optional<ChatMessage> result(ToolExecutionResultMessage message, CompressionRequest about) {
        String tool = message.toolName() == null ? "" : message.toolName();
        List<Content> contents = new ArrayList<>(message.contents());
        List<OriginalId> originals = new ArrayList<>();
        boolean any = false;
        for (int i = 0; i < contents.size(); i++) {
            if (contents.get(i) instanceof TextContent content) {
                Optional<Folded> outline = source(content.text(), message.attributes(), about.scope())
                        .flatMap(source -> outline(source, content.text(), about.withTool(tool)));
                if (outline.isPresent()) {
                    contents.set(i, TextContent.from(outline.get().text()));
                    any = true;
                }
                outline.map(Folded::original).ifPresent(originals::add);
            }
        }
        return any
                ? Optional.of(rebuilt(
                        message, contents, marked(message.attributes(), HeadroomAttributes.OUTLINED, originals)))
                : Optional.empty();
    }

    private Optional<ChatMessage> pointer(ToolExecutionResultMessage message, String scope, String note) {
        List<Content> contents = new ArrayList<>(message.contents());
        List<OriginalId> originals = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            if (contents.get(i) instanceof TextContent content) {
                Optional<String> source = source(content.text(), message.attributes(), scope);
                if (source.isEmpty()) {
                    return Optional.empty();
                }
                OriginalMarker marker = OriginalMarker.keeping(headroom.originals(), scope, source.get());
                contents.set(i, TextContent.from(note + marker.render()));
                originals.add(marker.id());
            }
        }
        Map<String, Object> attributes = marked(message.attributes(), HeadroomAttributes.LEFT_OUT, originals);
        attributes.remove(HeadroomAttributes.LEDGER);
        return Optional.of(rebuilt(message, contents, attributes));
    }

    private Optional<ChatMessage> passages(UserMessage message, CompressionRequest about) {
        Passages passages = Passages.in(message).orElseThrow();
        return source(passages.retrieved(), message.attributes(), about.scope())
                .flatMap(source -> outline(source, passages.retrieved(), about.withQuery(Passages.question(message))))
                .map(outline -> message.toBuilder()
                        .contents(List.of(TextContent.from(passages.written() + outline.text())))
                        .attributes(
                                marked(message.attributes(), HeadroomAttributes.OUTLINED, List.of(outline.original())))
                        .build());
    }

    private Optional<ChatMessage> answer(AiMessage message, CompressionRequest about) {
        return outline(message.text(), message.text(), about)
                .map(outline -> message.toBuilder()
                        .text(outline.text())
                        .attributes(
                                marked(message.attributes(), HeadroomAttributes.OUTLINED, List.of(outline.original())))
                        .build());
    }

    /** Empty if it is not smaller than what is shown now. */
    private Optional<Folded> outline(String source, String text, CompressionRequest about) {
        CompressionResult result = headroom.outline(about.withText(source), outlineTokens);
        if (!(result instanceof Compressed outline)
                || headroom.counter().count(outline.text())
                        >= headroom.counter().count(text)) {
            return Optional.empty();
        }
        // A lossless outline has no original of its own, but what it was made from has to stay readable all the same.
        OriginalId original = outline.original()
                .orElseGet(() -> OriginalMarker.keeping(headroom.originals(), about.scope(), source)
                        .id());
        return Optional.of(new Folded(outline.text(), original));
    }

    /**
     * What a text of ours was made from, or else the text itself. Empty if it was left out in part and the rest is not in this
     * scope: it is no longer kept, or the agent's tools use another scope, in which a new marker would lead nowhere.
     */
    private Optional<String> source(String text, Map<String, Object> attributes, String scope) {
        List<OriginalId> kept = HeadroomAttributes.originals(attributes);
        if (kept.isEmpty()) {
            return Optional.of(text);
        }
        Optional<String> marked = OriginalMarker.refAtEndOf(text);
        if (marked.isPresent()) {
            return headroom.originals().find(scope, marked.get());
        }
        // Re-encoded without loss, so there is no marker, and it is what it is made from where that is not kept.
        return kept.size() > 1
                ? Optional.of(text)
                : Optional.of(
                        headroom.originals().find(scope, kept.get(0).sha256()).orElse(text));
    }

    private static Map<String, Object> marked(Map<String, Object> attributes, String step, List<OriginalId> originals) {
        Map<String, Object> marked = new HashMap<>(attributes);
        Set<String> ids = new LinkedHashSet<>();
        originals.forEach(id -> ids.add(id.sha256()));
        marked.put(HeadroomAttributes.STEP, step);
        marked.put(HeadroomAttributes.ORIGINAL, String.join(",", ids));
        return marked;
    }

    private static ChatMessage rebuilt(
            ToolExecutionResultMessage message, List<Content> contents, Map<String, Object> attributes) {
        return message.toBuilder().contents(contents).attributes(attributes).build();
    }
}
