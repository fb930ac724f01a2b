package io.github.headroom4j.eval;

/** The harness cannot go on, for a reason that a user can mend. Without a stack trace: the message says it all. */
final class EvalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EvalException(String message) {
        super(message, null, false, false);
    }

    EvalException(String message, Throwable cause) {
        super(message, cause);
    }
}
