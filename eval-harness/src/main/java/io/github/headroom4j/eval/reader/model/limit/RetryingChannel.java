package io.github.headroom4j.eval.reader.model.limit;

import io.github.headroom4j.eval.reader.model.ModelAnswer;
import io.github.headroom4j.eval.reader.model.ModelCall;
import io.github.headroom4j.eval.reader.model.ModelChannel;
import io.github.headroom4j.eval.reader.model.ModelFailure;
import java.time.Duration;

/**
 * Asks again after failures that may pass: after as long as the server wants, else after 1, 2, 4 … seconds up to a minute.
 * Without jitter, so that a run is the same twice; the rate limit keeps requests apart. Thread-safe.
 */
public final class RetryingChannel implements ModelChannel {

    /** A server that wants to be left alone for longer is not waited for. */
    static final Duration MAX_WAIT = Duration.ofMinutes(2);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration MAX_BACKOFF = Duration.ofMinutes(1);

    private final ModelChannel next;
    private final int retries;
    private final Pause pause;

    /**
     * A channel with retries.
     *
     * @param next what is asked
     * @param retries how often it is asked again at most; 0 for never
     * @param pause how to wait
     */
    public RetryingChannel(ModelChannel next, int retries, Pause pause) {
        if (retries < 0) {
            throw new IllegalArgumentException("retries must not be negative, but was " + retries);
        }
        this.next = next;
        this.retries = retries;
        this.pause = pause;
    }

    @Override
    public ModelAnswer ask(ModelCall call) {
        for (int attempt = 0; ; attempt++) {
            try {
                return next.ask(call);
            } catch (ModelFailure e) {
                Duration wait = e.retryAfter().orElse(backoff(attempt));
                if (!e.isRetryable() || attempt == retries || wait.compareTo(MAX_WAIT) > 0) {
                    throw e;
                }
                pause.sleep(wait);
            }
        }
    }

    private static Duration backoff(int attempt) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempt, 10));
        return wait.compareTo(MAX_BACKOFF) > 0 ? MAX_BACKOFF : wait;
    }
}
