package io.github.headroom4j;

/** What became of a line of an original, and why as far as its text tells. */
enum LineFate {
    ERROR("kept", "kept: it has words of an error", "error"),
    ASKED("kept", "kept: it is near the question", "asked"),
    CHANGED("kept", "kept: a diff adds or removes it", "changed"),
    KEPT("kept", "kept: it stands for others or frames them", "kept"),
    RESHAPED("re-encoded", "re-encoded: what it says stands there in another form", "reshaped"),
    FOLDED("folded", "folded: a note counts it and names its place", "folded"),
    LEFT_OUT("left out", "left out: only the original has it", "left");

    private final String verb;
    private final String reason;
    private final String style;

    LineFate(String verb, String reason, String style) {
        this.verb = verb;
        this.reason = reason;
        this.style = style;
    }

    /** In one or two words. */
    String verb() {
        return verb;
    }

    /** In a sentence for a person. */
    String reason() {
        return reason;
    }

    /** The reason without the verb. */
    String why() {
        return reason.substring(verb.length() + 2);
    }

    /** The name of its style in a page. */
    String style() {
        return style;
    }

    /** Whether the line itself is shown. */
    boolean isKept() {
        return verb.equals("kept");
    }
}
