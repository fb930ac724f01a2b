package io.github.headroom4j.compressor.build;

/** What a line of build output is. */
enum LineKind {
    BLANK(""),
    /** A line of dashes, equals signs and the like. */
    RULE(""),
    /** Fetches something, or says that it did. */
    DOWNLOAD("downloads"),
    /** A step among many, overwritten text, a bar. */
    PROGRESS("progress"),
    /** Advice that a tool prints whatever happened: how to see more, where to read. */
    HINT("hints"),
    /** A test or module that succeeded. */
    PASSED("passed"),
    SKIPPED("skipped"),
    WARNING("warnings"),
    /** Begins a part of the build: a goal, a task, a command. */
    STEP("steps"),
    OTHER("other"),
    /** A quoted line of source, or the mark below one. */
    EXCERPT("source"),
    /** A call in a library. */
    FRAME("frames"),
    /** A call in the project. */
    PROJECT_FRAME("frames"),
    /** {@code ... 23 more}. */
    MORE("frames"),
    /** What an assertion compared: pytest's {@code E}, {@code Expected:}, a line of a difference. */
    DETAIL("details"),
    /** Names an exception or a cause. */
    CAUSE("errors"),
    /** Says that something went wrong. */
    ERROR("errors"),
    /** Names a test or module that failed. */
    FAILED("failures"),
    /** The outcome: counts, a verdict, an exit code. */
    SUMMARY("summaries");

    private final String plural;

    LineKind(String plural) {
        this.plural = plural;
    }

    /** What a note calls lines of this kind; empty if it does not count them. */
    String plural() {
        return plural;
    }

    /** Whether lines of this kind stand for themselves and are shown whatever the budget. */
    boolean isVital() {
        return compareTo(CAUSE) >= 0;
    }

    /** Whether a line of this kind is what a failure consists of, so that it belongs to the line above. */
    boolean belongsToFailure() {
        return switch (this) {
            case EXCERPT, FRAME, PROJECT_FRAME, MORE, DETAIL, CAUSE -> true;
            default -> false;
        };
    }
}
