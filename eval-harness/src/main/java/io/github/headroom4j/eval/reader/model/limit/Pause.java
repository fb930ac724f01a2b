package io.github.headroom4j.eval.reader.model.limit;

import java.time.Duration;
import java.time.Instant;

/** The clock, and a way to wait. Implementations are thread-safe. */
public interface Pause {

    /**
     * The time.
     *
     * @return now
     */
    Instant now();

    /**
     * Waits.
     *
     * @param duration how long
     */
    void sleep(Duration duration);

    /**
     * The machine's clock.
     *
     * @return a pause that really waits; an interrupt ends it with an exception
     */
    static Pause system() {
        return new Pause() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void sleep(Duration duration) {
                try {
                    Thread.sleep(duration.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while waiting for a model's server", e);
                }
            }
        };
    }
}
