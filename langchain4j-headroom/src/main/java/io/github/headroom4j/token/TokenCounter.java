package io.github.headroom4j.token;

/**
 * Counts the tokens of a text, as a model's tokenizer would.
 *
 * <p>It is the only source of token figures in this project: nothing estimates tokens from characters. Any LangChain4j
 * {@code TokenCountEstimator} fits as a method reference, {@code estimator::estimateTokenCountInText}.
 *
 * <p>Implementations must be thread-safe, deterministic, and must accept every string, including text that spells a
 * special token such as {@code <|endoftext|>}.
 */
@FunctionalInterface
public interface TokenCounter {

    /**
     * Counts tokens.
     *
     * @param text any text, possibly empty
     * @return its number of tokens, never negative; 0 for the empty text
     */
    int count(String text);

    /**
     * Counts the tokens of a text that may be too long to wait for. Implementations that count part by part call the
     * checkpoint before each part; others, as by default, once before they count.
     *
     * @param text any text, possibly empty
     * @param checkpoint what to run now and then; what it throws ends the counting
     * @return the same as {@link #count(String)}
     */
    default int count(String text, Runnable checkpoint) {
        checkpoint.run();
        return count(text);
    }

    /**
     * Tells whether a text has at most so many tokens. Implementations that know a bound answer without counting.
     *
     * @param text any text
     * @param limit a number of tokens, not negative
     * @return whether {@code count(text) <= limit}
     */
    default boolean countsAtMost(String text, int limit) {
        return count(text) <= limit;
    }

    /**
     * Loads what the first count would load, such as a vocabulary, so that no time limit runs meanwhile. Costs nothing from
     * the second call on; does nothing by default.
     */
    default void load() {}

    /**
     * The {@code o200k_base} encoding of GPT-4o and later, the default: of the freely available vocabularies it is the
     * one most current models are nearest to. The vocabulary loads on the first count, or on {@link #load()}.
     *
     * <p>Texts of more than 24,576 characters are counted part by part, which gives the encoding's own count, unless
     * they have a run of so many letters, blanks or signs: such a run may count a token or two more for each 24,576
     * characters of it.
     *
     * @return a thread-safe counter without a cache
     */
    static TokenCounter o200k() {
        return JtokkitTokenCounter.O200K;
    }

    /**
     * The {@code cl100k_base} encoding of GPT-4 and GPT-3.5; about three times as fast as {@link #o200k()}.
     *
     * @return a thread-safe counter without a cache
     */
    static TokenCounter cl100k() {
        return JtokkitTokenCounter.CL100K;
    }

    /**
     * A counter that runs a checkpoint before it counts, and within long texts.
     *
     * @param checkpoint what to run; throws to give up, as {@code deadline::check} does
     * @return a counter over this one, as thread-safe as the checkpoint is
     */
    default TokenCounter checking(Runnable checkpoint) {
        return new CheckedTokenCounter(this, checkpoint);
    }

    /**
     * A counter that remembers the counts of the texts it saw last, so that a text counted by one stage is not counted
     * again by the next. Those of {@link #o200k()} and {@link #cl100k()} pass over texts of less than 128 characters, which
     * they count in hardly more time than it would take to find them.
     *
     * @param maxChars how many characters of text to remember in all, positive; the oldest texts that were not used again go first
     * @return a thread-safe caching counter over this one, without locks
     * @throws IllegalArgumentException if {@code maxChars} is not positive
     */
    default TokenCounter cached(int maxChars) {
        return new CachingTokenCounter(this, maxChars);
    }
}
