package io.github.headroom4j.eval.cache;

import java.util.List;
import java.util.Objects;

/**
 * What a session costs under one cache. Immutable.
 *
 * @param provider the cache's name
 * @param usage the session's tokens
 * @param cost in units of an uncached input token
 */
public record Priced(String provider, CacheUsage usage, double cost) {

    /** Validates that nothing is missing. */
    public Priced {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(usage, "usage");
    }

    /**
     * Prices a session.
     *
     * @param cache the cache
     * @param session the requests in order
     * @return its price
     */
    public static Priced of(ProviderCache cache, List<Prompt> session) {
        CacheUsage usage = cache.usage(session);
        return new Priced(cache.name(), usage, cache.cost(usage));
    }
}
