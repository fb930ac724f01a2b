package io.github.headroom4j.eval.reader.model.http;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import java.util.Optional;

/** A server answered with another status than 2xx. Its body is cut, since it may be anything. */
public final class RefusedException extends HttpException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    RefusedException(int status, String body, Optional<Duration> retryAfter) {
        super(status, body);
        this.retryAfter = retryAfter;
    }

    /**
     * How long the server wants to be left alone.
     *
     * @return empty if it did not say, or not in a form that is documented
     */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
