package io.github.headroom4j.eval.cache;

import java.util.List;

/**
 * OpenAI's prompt cache as its documentation describes it: the longest prefix that a request shares with any earlier one
 * is read, from 1,024 tokens on, in steps of 128; writing costs nothing. Immutable and thread-safe.
 *
 * @param name its name in reports
 * @param readPrice the price of a cached token: 0.5 for older models, 0.25 and 0.1 for later ones
 */
public record OpenAiCache(String name, double readPrice) implements ProviderCache {

    /** Tokens; shorter prefixes are not cached. */
    public static final int MINIMUM_TOKENS = 1_024;

    /** Tokens; cached prefixes are multiples of it. */
    public static final int STEP_TOKENS = 128;

    /** Validates. */
    public OpenAiCache {
        if (!(readPrice >= 0 && readPrice <= 1)) {
            throw new IllegalArgumentException("readPrice must be in [0, 1], but was " + readPrice);
        }
    }

    @Override
    public CacheUsage usage(List<Prompt> session) {
        PrefixTree tree = new PrefixTree();
        CacheUsage sum = CacheUsage.NONE;
        for (Prompt request : session) {
            int shared = 0;
            for (PrefixTree.Node node : tree.add(request.blocks())) {
                shared += node.held ? 1 : 0;
                node.held = true;
            }
            int tokens = request.tokensOf(shared) / STEP_TOKENS * STEP_TOKENS;
            sum = sum.plus(new CacheUsage(request.tokens(), tokens < MINIMUM_TOKENS ? 0 : tokens, 0));
        }
        return sum;
    }

    @Override
    public double writePrice() {
        return 1;
    }
}
