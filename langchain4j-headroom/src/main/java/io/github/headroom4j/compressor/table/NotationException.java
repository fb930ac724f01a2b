package io.github.headroom4j.compressor.table;

/** A text that is not in our notation. Never leaves the package. */
final class NotationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotationException(String message) {
        super(message, null, false, false);
    }
}
