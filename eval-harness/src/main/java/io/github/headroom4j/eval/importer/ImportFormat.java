package io.github.headroom4j.eval.importer;

import java.util.Arrays;

/** The formats of question sets that can be imported. */
public enum ImportFormat {
    /** SQuAD 1.1, SQuAD 2.0 and XQuAD: one JSON object with articles, paragraphs, questions. Brings no other passages. */
    SQUAD("squad"),

    /** HotpotQA with distractors: one JSON array of questions with ten paragraphs each and supporting facts. */
    HOTPOTQA("hotpotqa"),

    /** NQ-open with documents, as published with "Lost in the Middle": JSON lines, often packed. */
    NQ_OPEN("nq-open"),

    /** JSON lines with {@code question}, {@code answers} and {@code passages}, {@code contexts} or {@code context}. */
    JSONL("jsonl");

    private final String label;

    ImportFormat(String label) {
        this.label = label;
    }

    /**
     * The name in options and provenance.
     *
     * @return for instance "nq-open"
     */
    public String label() {
        return label;
    }

    QuestionReader reader() {
        return switch (this) {
            case SQUAD -> new SquadReader();
            case HOTPOTQA -> new HotpotReader();
            case NQ_OPEN -> new NqOpenReader();
            case JSONL -> new JsonlReader();
        };
    }

    /**
     * The format of a name.
     *
     * @param label as {@link #label()} gives it, or {@code xquad} for {@code squad}
     * @return the format
     * @throws IllegalArgumentException if there is none; the message names all
     */
    public static ImportFormat named(String label) {
        String known = label.equals("xquad") ? "squad" : label;
        return Arrays.stream(values())
                .filter(one -> one.label.equals(known))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("format must be one of "
                        + Arrays.stream(values()).map(ImportFormat::label).toList()
                        + ", xquad, or one of those with tool results, but was " + label));
    }
}
