package io.github.headroom4j.eval.workload.codesearch;

import java.util.Optional;

/**
 * The wording of the questions about names, in one place for who asks and who answers. Immutable.
 *
 * @param kind what is asked
 * @param name what it is asked of
 */
record TaskQuestion(Kind kind, String name) {

    private static final String SYMBOLS =
            "`? Answer with the symbols of all of them, exactly as search_code prints them, one per line.";

    /** What can be asked. */
    enum Kind {
        /** All methods of a name, overloads and implementations. */
        NAMED("several targets", "Which methods have the name `", SYMBOLS),
        /** All types with a parent. */
        SUBTYPES(
                "several targets",
                "Which types directly extend or implement `",
                "`? Answer with the simple names of all of them, one per line."),
        /** All methods that create and throw an exception: the lines found, each in a method found. */
        THROWERS("several tools", "Which methods themselves throw a new `", SYMBOLS),
        /** All methods that call one of a name: the same join. */
        CALLERS("several tools", "Which methods call the method `", SYMBOLS),
        /** The constants in a method of one file, declared in another. */
        CONSTANTS(
                "several tools",
                "Which constants does this method use, and what are their values: `",
                "`? Answer with NAME=value, one per line, for those declared in a file that was read."),
        /** The declaration of a return type: signature, then declaration. */
        RETURNED(
                "several tools", "Where is the type declared that this method returns: `", "`? Answer with path:line.");

        private final String tier;
        private final String before;
        private final String after;

        Kind(String tier, String before, String after) {
            this.tier = tier;
            this.before = before;
            this.after = after;
        }

        /** What reports group by. */
        String tier() {
            return tier;
        }
    }

    String text() {
        return kind.before + name + kind.after;
    }

    /** The question if it is one of these. */
    static Optional<TaskQuestion> of(String question) {
        for (Kind kind : Kind.values()) {
            if (question.startsWith(kind.before)
                    && question.endsWith(kind.after)
                    && question.length() > kind.before.length() + kind.after.length()) {
                return Optional.of(new TaskQuestion(
                        kind, question.substring(kind.before.length(), question.length() - kind.after.length())));
            }
        }
        return Optional.empty();
    }
}
