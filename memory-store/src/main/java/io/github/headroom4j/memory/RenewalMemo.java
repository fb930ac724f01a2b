package io.github.headroom4j.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers what was renewed a moment ago, so that a history which is stored with each message costs one round trip now and
 * then. A failed renewal counts too: a store that is down is not asked again with each message. Thread-safe.
 */
final class RenewalMemo {

    /** Some hundred bytes each. Beyond that many conversations at once, some are renewed more often than needed. */
    private static final int MAX_SCOPES = 4_096;

    private record Renewed(Instant at, int what) {}

    private final InstantSource clock;
    private final Duration pause;
    private final Map<String, Renewed> scopes = new LinkedHashMap<>(16, 0.75f, true);

    RenewalMemo(InstantSource clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Whether to renew now, which it takes for done.
     *
     * @param what a hash of what is to be renewed; another one is always due
     */
    synchronized boolean isDue(String key, int what) {
        Instant now = clock.instant();
        Renewed last = scopes.get(key);
        if (last != null && last.what == what && now.isBefore(last.at.plus(pause))) {
            return false;
        }
        scopes.put(key, new Renewed(now, what));
        if (scopes.size() > MAX_SCOPES) {
            scopes.remove(scopes.keySet().iterator().next());
        }
        return true;
    }
}
