package io.github.headroom4j.compressor;

/** A compression took longer than it may. The caller returns the text unchanged. */
public final class DeadlineExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeadlineExceededException() {
        super("the compression deadline is over");
    }
}
