package io.github.headroom4j.eval.metric;

/**
 * A gold item and what the answer has for it. Immutable.
 *
 * @param gold the gold item; empty if the answer's item is wrong
 * @param answered the answer's item; empty if the gold item was missed
 */
public record ItemMatch(String gold, String answered) {

    /**
     * Whether it counts.
     *
     * @return whether both are there
     */
    public boolean isMatched() {
        return !gold.isEmpty() && !answered.isEmpty();
    }
}
