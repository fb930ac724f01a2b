package io.github.headroom4j.eval.reader.model;

/**
 * The run cannot go on, for a reason that a user can mend: the budget is spent, a cassette lacks an answer, the key is refused.
 * What is finished stays in the journal. Without a stack trace: the message says it all.
 */
public final class ModelStop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A reason to stop.
     *
     * @param message what a user can do about it; holds no key
     */
    public ModelStop(String message) {
        super(message, null, false, false);
    }
}
