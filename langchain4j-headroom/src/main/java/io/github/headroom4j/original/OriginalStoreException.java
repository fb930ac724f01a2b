package io.github.headroom4j.original;

/** A store could not keep or read an original. Compression fails open on it: the original text goes to the model. */
public final class OriginalStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param message names the original and the reason
     */
    public OriginalStoreException(String message) {
        super(message);
    }

    /**
     * Says what failed and why.
     *
     * @param message names the original and the reason
     * @param cause the store's own exception
     */
    public OriginalStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    static OriginalStoreException notAsItWasPut(OriginalId id) {
        return new OriginalStoreException("the original " + id + " did not come back as it was put");
    }
}
