package io.github.headroom4j.eval.gate;

/**
 * What one case came to in one arm, as far as a gate needs it. Immutable.
 *
 * @param id the case
 * @param cluster what makes cases dependent on each other
 * @param f1 the answer against the gold set, a fraction of 1; not a number where there is no gold set
 * @param tokens all input tokens of the session
 * @param lost how many pieces of evidence can not be had any more
 */
record CaseFigures(String id, String cluster, double f1, long tokens, int lost) {

    /** Validates the numbers, which a file may have of anybody. */
    CaseFigures {
        if (f1 < 0 || f1 > 1 || tokens < 0 || lost < 0) {
            throw new IllegalArgumentException(
                    "F1 must be from 0 to 1, tokens and lost evidence not negative, but case '" + id + "' has " + f1
                            + ", " + tokens + " and " + lost);
        }
    }
}
