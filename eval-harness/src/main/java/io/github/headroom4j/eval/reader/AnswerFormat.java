package io.github.headroom4j.eval.reader;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a language model shall put its answer, and how that is read: tolerant of what stands around it, strict about what it
 * is. Immutable and thread-safe.
 */
public final class AnswerFormat {

    private static final String ITEMS = "\n\nWhen you know the answer, reply with one JSON object and nothing else:"
            + " {\"items\": [\"first item\", \"second item\"]}. Each item is a string; name no item twice; without"
            + " anything to name, reply {\"items\": []}.";

    private static final AnswerFormat SHORT =
            new AnswerFormat(ChatModelReader.INSTRUCTION, text -> Optional.of(ChatModelReader.items(text)));

    private final String instructions;
    private final Function<String, Optional<List<String>>> parser;

    private AnswerFormat(String instructions, Function<String, Optional<List<String>>> parser) {
        this.instructions = instructions;
        this.parser = parser;
    }

    /**
     * A set of items, as {@code {"items": […]}}.
     *
     * @param notation what an item looks like, in a sentence or two
     * @return the format
     */
    public static AnswerFormat items(String notation) {
        return new AnswerFormat(Objects.requireNonNull(notation, "notation").strip() + ITEMS, ItemsJson::parse);
    }

    /**
     * A word or phrase from the passages.
     *
     * @return the format; it reads any reply, and one that says there is no answer as none
     */
    public static AnswerFormat shortAnswer() {
        return SHORT;
    }

    /**
     * What a model is told.
     *
     * @return sentences for its system prompt
     */
    public String instructions() {
        return instructions;
    }

    /**
     * Reads a reply.
     *
     * @param reply what the model said
     * @return its items, in its order and each once; empty if the reply is not in this format
     */
    public Optional<List<String>> parse(String reply) {
        return parser.apply(reply);
    }
}
