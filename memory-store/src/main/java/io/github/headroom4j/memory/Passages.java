package io.github.headroom4j.memory;

import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a user wrote, and the passages that a retrieval augmentor put behind it. Immutable.
 *
 * @param written what the user wrote, with the heading of the passages
 * @param retrieved the passages
 */
record Passages(String written, String retrieved) {

    /** What LangChain4j's default injector puts between the two. */
    private static final String HEADING = "\n\nAnswer using the following information:\n";

    /** A longer question is a document, and would make everything relevant. */
    private static final int MAX_QUESTION_CHARS = 2_000;

    /** Empty if the message holds none, or is of several contents. */
    static Optional<Passages> in(UserMessage message) {
        if (!message.hasSingleText()) {
            return Optional.empty();
        }
        String text = message.singleText();
        // The last one: a user who quotes the heading loses nothing that the user wrote before it.
        int heading = text.lastIndexOf(HEADING);
        return heading < 0
                ? Optional.empty()
                : Optional.of(new Passages(
                        text.substring(0, heading + HEADING.length()), text.substring(heading + HEADING.length())));
    }

    /** What the user wrote, bounded. */
    static String question(UserMessage message) {
        String text = written(message);
        return text.substring(0, Math.min(text.length(), MAX_QUESTION_CHARS));
    }

    /** What the user wrote. */
    static String written(UserMessage message) {
        Optional<Passages> passages = in(message);
        if (passages.isPresent()) {
            String written = passages.get().written();
            return written.substring(0, written.length() - HEADING.length());
        }
        return message.contents().stream()
                .filter(TextContent.class::isInstance)
                .map(content -> ((TextContent) content).text())
                .collect(Collectors.joining("\n"));
    }
}
