package io.github.headroom4j.eval.workload.codesearch;

/** The wording of the question, in one place for the recorder who asks it and the reader who answers it. */
final class Query {

    private static final String BEFORE = "Which method does this: \"";
    private static final String AFTER =
            "\" Answer with its symbol exactly as search_code prints it; if several share the description, name them all.";

    private Query() {}

    /** The user's question about a method that a sentence describes. */
    static String question(String sentence) {
        return BEFORE + sentence + AFTER;
    }

    /** The sentence of a question of ours, the whole text of any other. */
    static String sentence(String question) {
        return question.startsWith(BEFORE) && question.endsWith(AFTER)
                ? question.substring(BEFORE.length(), question.length() - AFTER.length())
                : question;
    }
}
