package io.github.headroom4j.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How small a text shall become: to at most so many tokens, or as far as it is safe.
 *
 * <p>A budget is a target, not a guillotine: segments that a compressor holds vital stay visible even if they exceed it.
 * Immutable and thread-safe.
 *
 * @param limit the target in tokens, positive; {@link Integer#MAX_VALUE} when there is none
 * @param bounded whether {@code limit} applies; if not, compressors stop where further savings would cost information
 */
public record TokenBudget(int limit, boolean bounded) {

    private static final TokenBudget AS_FAR_AS_SAFE = new TokenBudget(Integer.MAX_VALUE, false);

    /** Validates the components. */
    public TokenBudget {
        if (limit <= 0) {
            throw new IllegalArgumentException("limit must be positive, but was " + limit);
        }
    }

    /**
     * At most so many tokens.
     *
     * @param limit tokens, positive
     * @return a bounded budget
     * @throws IllegalArgumentException if {@code limit} is not positive
     */
    public static TokenBudget tokens(int limit) {
        return new TokenBudget(limit, true);
    }

    /**
     * As small as it gets without hiding what a reader is likely to need; the default.
     *
     * @return an unbounded budget
     */
    public static TokenBudget asFarAsSafe() {
        return AS_FAR_AS_SAFE;
    }

    /**
     * Shares this budget among the blocks of a text, so that none takes from another by its length. What needs less than an equal
     * share gets what it needs, and the others have what that leaves, each as much: max-min fairness (Bertsekas and Gallager, Data
     * Networks, 1992, section 6.5.2). A block gets no less than an equal share or what it needs, and by how much another
     * exceeds its share changes nothing.
     *
     * <p>O(n log n).
     *
     * @param needs how many tokens each block has if nothing of it is left out, not negative
     * @return a budget for each block, in their order, of at least one token; together no more than this one, unless they are
     *     more blocks than it has tokens. All without bounds if this one is.
     * @throws IllegalArgumentException if a need is negative
     */
    public List<TokenBudget> shared(int... needs) {
        check(needs);
        List<TokenBudget> shares = new ArrayList<>();
        for (int share : bounded ? shares(needs) : needs) {
            shares.add(bounded ? tokens(Math.max(1, share)) : this);
        }
        return shares;
    }

    private int[] shares(int[] needs) {
        Integer[] byNeed = new Integer[needs.length];
        Arrays.setAll(byNeed, i -> i);
        Arrays.sort(byNeed, Comparator.comparingInt(i -> needs[i]));
        int[] shares = new int[needs.length];
        int left = limit;
        int given = 0;
        while (given < byNeed.length && needs[byNeed[given]] <= left / (byNeed.length - given)) {
            shares[byNeed[given]] = needs[byNeed[given]];
            left -= needs[byNeed[given]];
            given++;
        }
        // All the same: who exceeds it more must not get what rounding leaves.
        for (int i = given; i < byNeed.length; i++) {
            shares[byNeed[i]] = left / (byNeed.length - given);
        }
        return shares;
    }

    private static void check(int[] needs) {
        for (int i = 0; i < needs.length; i++) {
            if (needs[i] < 0) {
                throw new IllegalArgumentException("needs[" + i + "] must not be negative, but was " + needs[i]);
            }
        }
    }
}
