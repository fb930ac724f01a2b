package io.github.headroom4j.eval.gate;

/** A report, a baseline or a policy is missing, or is something else. The message names the file and what is wrong. */
public final class GateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GateException(String message) {
        super(message, null, false, false);
    }

    GateException(String message, Throwable cause) {
        super(message, cause);
    }
}
