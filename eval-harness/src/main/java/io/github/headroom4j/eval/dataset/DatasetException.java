package io.github.headroom4j.eval.dataset;

/** Data are missing or broken. The message names the file, the line or field, and what to do. */
public final class DatasetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message names file and line
     */
    public DatasetException(String message) {
        super(message);
    }

    /**
     * Says what is wrong and why.
     *
     * @param message names file and line
     * @param cause the reader's own exception
     */
    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
