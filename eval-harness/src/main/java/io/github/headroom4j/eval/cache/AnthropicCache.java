package io.github.headroom4j.eval.cache;

import java.util.List;
import java.util.TreeSet;

/**
 * Anthropic's prompt cache as its documentation describes it: a request names up to four break points; what stands before
 * one is written to the cache, if it has a minimum of tokens. At each break point the provider looks for an entry that
 * ends there or at one of the blocks before it, as far as its look-back goes, and the longest one found is read.
 *
 * <p>Break points are set as agents set them: behind tools and system prompt, and behind the last message. A third stands
 * where the request begins to differ from the one before it. It changes nothing where messages are only appended; where an
 * agent rewrites or drops old messages it is the best that can be done, so that such agents are not made to look worse.
 * Each message counts as one block. Immutable and thread-safe.
 *
 * @param name its name in reports
 * @param minimumTokens a shorter prefix is not cached: 1,024, or 2,048 or 4,096 for some models
 * @param lookBackBlocks how many blocks before a break point are looked at, the provider's 20
 * @param marksRewriting whether the third break point is set
 */
public record AnthropicCache(String name, int minimumTokens, int lookBackBlocks, boolean marksRewriting)
        implements ProviderCache {

    /** How many blocks before a break point the provider looks at. */
    public static final int LOOK_BACK_BLOCKS = 20;

    private static final double READ = 0.1;

    /** For entries that live five minutes. */
    private static final double WRITE = 1.25;

    /** Validates. */
    public AnthropicCache {
        if (minimumTokens < 0 || lookBackBlocks < 0) {
            throw new IllegalArgumentException("minimumTokens and lookBackBlocks must not be negative, but were "
                    + minimumTokens + " and " + lookBackBlocks);
        }
    }

    /**
     * The cache of models with a given minimum.
     *
     * @param name its name in reports
     * @param minimumTokens a shorter prefix is not cached
     * @return with the provider's look-back and three break points
     */
    public static AnthropicCache of(String name, int minimumTokens) {
        return new AnthropicCache(name, minimumTokens, LOOK_BACK_BLOCKS, true);
    }

    @Override
    public CacheUsage usage(List<Prompt> session) {
        PrefixTree tree = new PrefixTree();
        CacheUsage sum = CacheUsage.NONE;
        Prompt previous = null;
        for (Prompt request : session) {
            TreeSet<Integer> breaks =
                    new TreeSet<>(List.of(fixed(request), request.blocks().size()));
            if (marksRewriting && previous != null) {
                breaks.add(request.commonPrefix(previous));
            }
            sum = sum.plus(request(request, breaks, tree.add(request.blocks())));
            previous = request;
        }
        return sum;
    }

    @Override
    public double readPrice() {
        return READ;
    }

    @Override
    public double writePrice() {
        return WRITE;
    }

    private CacheUsage request(Prompt request, TreeSet<Integer> breaks, List<PrefixTree.Node> path) {
        int hit = 0;
        for (int end : breaks) {
            hit = Math.max(hit, longestHeld(path, end));
        }
        for (int end : breaks) {
            if (end > 0 && request.tokensOf(end) >= minimumTokens) {
                path.get(end - 1).held = true;
            }
        }
        // The last break point stands behind the last block, so that all is written that was not read.
        int tokens = request.tokens();
        int read = request.tokensOf(hit);
        return new CacheUsage(tokens, read, tokens >= minimumTokens ? tokens - read : 0);
    }

    private int longestHeld(List<PrefixTree.Node> path, int end) {
        for (int prefix = end; prefix > 0 && prefix >= end - lookBackBlocks; prefix--) {
            if (path.get(prefix - 1).held) {
                return prefix;
            }
        }
        return 0;
    }

    /** How many blocks at the front are tools and system prompt. */
    private static int fixed(Prompt request) {
        int fixed = 0;
        while (fixed < request.blocks().size() && request.blocks().get(fixed).isFixed()) {
            fixed++;
        }
        return fixed;
    }
}
