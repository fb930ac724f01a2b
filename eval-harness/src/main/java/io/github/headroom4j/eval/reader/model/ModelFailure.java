package io.github.headroom4j.eval.reader.model;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A request has no usable answer. It counts as a wrong one and is reported; the run goes on. */
public final class ModelFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong; reports count each kind. */
    public enum Kind {
        /** No answer in time. */
        TIMEOUT,
        /** Too many requests, however long was waited. */
        RATE_LIMITED,
        /** The server failed, 5xx. */
        SERVER_ERROR,
        /** No connection, or it broke. */
        CONNECTION,
        /** The server refused the request, 4xx: too long, or filtered. */
        REJECTED,
        /** More than the model's context holds, found out before it was asked. */
        TOO_LONG,
        /** The server's answer is none that its interface documents. */
        GARBLED,
        /** The model's reply is not in the format that was asked for. */
        UNPARSED,
        /** The model called a tool that it was not given. */
        UNKNOWN_TOOL,
        /** The model still called tools when no more rounds were left. */
        TOO_MANY_LOOKUPS;

        /**
         * As reports name it.
         *
         * @return for instance "rate-limited"
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * By its name in reports.
         *
         * @param label for instance "rate-limited"
         * @return the kind
         * @throws IllegalArgumentException if there is no such kind
         */
        public static Kind named(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private final Kind kind;
    private final boolean retryable;
    private final transient Optional<Duration> retryAfter;

    /**
     * A failure.
     *
     * @param kind what went wrong
     * @param message for a person; holds no key
     */
    public ModelFailure(Kind kind, String message) {
        this(kind, message, false, Optional.empty());
    }

    private ModelFailure(Kind kind, String message, boolean retryable, Optional<Duration> retryAfter) {
        super(message, null, false, false);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.retryable = retryable;
        this.retryAfter = retryAfter;
    }

    /**
     * A failure that may pass.
     *
     * @param kind what went wrong
     * @param message for a person; holds no key
     * @param retryAfter how long the server wants to be left alone
     * @return the failure
     */
    public static ModelFailure passing(Kind kind, String message, Optional<Duration> retryAfter) {
        return new ModelFailure(kind, message, true, retryAfter);
    }

    /**
     * What went wrong.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Whether the same request may be answered later.
     *
     * @return whether to try again
     */
    public boolean isRetryable() {
        return retryable;
    }

    /**
     * How long the server wants to be left alone.
     *
     * @return empty if it did not say
     */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
