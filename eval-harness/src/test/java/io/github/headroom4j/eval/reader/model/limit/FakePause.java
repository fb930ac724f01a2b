package io.github.headroom4j.eval.reader.model.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that goes on only when somebody waits. */
public final class FakePause implements Pause {

    private Instant now = Instant.parse("2026-11-27T12:00:00Z");
    private final List<Duration> waits = new ArrayList<>();

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        waits.add(duration);
        now = now.plus(duration);
    }

    /** All waits in order. */
    public synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }
}
