package io.github.headroom4j.original;

/** A part of an original was asked for in a way that has no answer. The message is meant for the model that asked. */
public final class InvalidSelectorException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Longer quotations of what was asked would cost tokens and tell nothing more. */
    private static final int MAX_SHOWN_CHARS = 80;

    InvalidSelectorException(String message) {
        super(message);
    }

    static String shown(String asked) {
        return asked.length() <= MAX_SHOWN_CHARS ? asked : asked.substring(0, MAX_SHOWN_CHARS) + "…";
    }
}
