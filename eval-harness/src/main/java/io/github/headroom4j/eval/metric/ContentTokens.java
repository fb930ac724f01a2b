package io.github.headroom4j.eval.metric;

import java.util.Objects;

/**
 * The tokens of the tool results of one kind, each counted once. Immutable.
 *
 * @param type what they were detected as, for instance "json"
 * @param results how many there are
 * @param before their tokens as they came
 * @param after their tokens as they went to the model, markers and notes included
 */
public record ContentTokens(String type, int results, long before, long after) {

    /** Validates that nothing is missing. */
    public ContentTokens {
        Objects.requireNonNull(type, "type");
    }

    /**
     * Both together.
     *
     * @param other of the same kind
     * @return sums
     */
    public ContentTokens plus(ContentTokens other) {
        return new ContentTokens(type, results + other.results, before + other.before, after + other.after);
    }
}
