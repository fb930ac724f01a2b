package io.github.headroom4j.eval.metric;

/**
 * What a case with retrieved passages came to beyond score and tokens. Immutable.
 *
 * @param passages how many passages were retrieved
 * @param answerable whether the question has an answer
 * @param exact whether the answer is a gold answer word by word; of an unanswerable question, whether nothing was answered
 * @param answered whether anything was answered
 * @param hasAnswer whether what the model was shown holds a gold answer; false for unanswerable questions
 * @param lookups how many calls of the retrieve tool the reader made
 * @param contextTokens the tokens of what was injected beside the question in the request that was answered, notes included
 */
public record RagOutcome(
        int passages,
        boolean answerable,
        boolean exact,
        boolean answered,
        boolean hasAnswer,
        int lookups,
        long contextTokens) {}
