package io.github.headroom4j.resilience;

/** A call was not made, since those before it failed; see {@link CircuitBreaker}. */
public final class CircuitOpenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CircuitOpenException(String message) {
        super(message);
    }
}
