package io.github.headroom4j.eval.embedding;

/**
 * A text has no recorded embedding. An error and no exception: what prunes passages fails open on exceptions, and a report
 * would quietly be about passages that nobody pruned.
 */
public final class NotRecordedError extends Error {

    private static final long serialVersionUID = 1L;

    NotRecordedError(String message) {
        super(message);
    }
}
