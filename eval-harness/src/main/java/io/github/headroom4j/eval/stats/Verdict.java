package io.github.headroom4j.eval.stats;

/** What a comparison says. Only {@link #NON_INFERIOR} is a pass. */
public enum Verdict {
    /** The whole interval lies above minus the margin. */
    NON_INFERIOR("non-inferior"),
    /** The interval holds minus the margin: the data cannot tell. */
    INCONCLUSIVE("inconclusive"),
    /** The whole interval lies below minus the margin. */
    INFERIOR("inferior"),
    /** Fewer cases or clusters than the protocol asks for: no verdict. */
    TOO_FEW("too few"),
    /** The cases have no gold answers: they tell what is saved and nothing about answers. */
    NOT_JUDGED("savings only");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /**
     * As reports print it.
     *
     * @return lower-case words
     */
    public String label() {
        return label;
    }
}
