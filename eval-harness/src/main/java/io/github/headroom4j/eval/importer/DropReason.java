package io.github.headroom4j.eval.importer;

/** Why a question is not imported. What is wrong with a whole file is an exception instead. */
enum DropReason {
    BLANK("the question is blank"),
    SAME_ID("the id is that of an earlier question"),
    NO_ANSWER_IN_PARAGRAPH("the paragraph holds none of its answers"),
    NO_SUCH_SENTENCE("a supporting fact names no sentence"),
    NO_GOLD("no passage is said to answer, and none holds an answer"),
    TOO_MANY_GOLD("more passages answer than passages are wanted"),
    TOO_LARGE("a passage is longer than " + Importer.MAX_PASSAGE_CHARS + " characters"),
    UNANSWERABLE("unanswerable"),
    OVER_LIMIT("beyond the limit");

    private final String label;

    DropReason(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
