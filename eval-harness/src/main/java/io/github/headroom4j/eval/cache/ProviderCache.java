package io.github.headroom4j.eval.cache;

import java.util.List;

/**
 * A provider's prompt cache: which tokens of a session's requests it serves, and what that makes them cost. A cache
 * holds prefixes of <em>all</em> earlier requests of the session. Entries are assumed never to lapse in between: an agent
 * whose turns lie further apart than the provider's time to live, five minutes at Anthropic, pays more in every arm. Only
 * whole blocks are taken to be equal; a prefix that ends inside a block is not counted. Immutable and thread-safe.
 */
public interface ProviderCache {

    /**
     * Its name in reports.
     *
     * @return for instance "anthropic"
     */
    String name();

    /**
     * Follows a session through the cache, which is empty at its start. Takes time linear in the blocks of all requests.
     *
     * @param session the requests in order
     * @return sums over them
     */
    CacheUsage usage(List<Prompt> session);

    /**
     * The price of a token that was read from the cache.
     *
     * @return in units of an uncached input token
     */
    double readPrice();

    /**
     * The price of a token that was written to the cache.
     *
     * @return in units of an uncached input token
     */
    double writePrice();

    /**
     * What input tokens cost.
     *
     * @param usage what they were to the cache
     * @return in units of an uncached input token
     */
    default double cost(CacheUsage usage) {
        return readPrice() * usage.read()
                + writePrice() * usage.written()
                + (usage.input() - usage.read() - usage.written());
    }
}
