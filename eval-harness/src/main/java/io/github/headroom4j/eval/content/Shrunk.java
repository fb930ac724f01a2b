package io.github.headroom4j.eval.content;

/**
 * What one policy made of a sample.
 *
 * @param before tokens of the sample, counted here and not taken from the engine
 * @param after tokens of what the model reads, counted here
 * @param outcome the last step, or the reason why nothing was changed, in lower case
 * @param failure what failed, empty if nothing did
 * @param roundTrip whether the original came back
 */
record Shrunk(int before, int after, String outcome, String failure, RoundTrip.Outcome roundTrip) {

    double saved() {
        return before == 0 ? 0 : 1 - (double) after / before;
    }

    boolean inflated() {
        return after > before;
    }
}
