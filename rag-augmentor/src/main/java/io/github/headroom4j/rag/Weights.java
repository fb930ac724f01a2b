package io.github.headroom4j.rag;

/**
 * What the parts of a unit's value count, beside 1 for its own score, and how much of the best value it needs. Chosen on
 * public question sets (SQuAD 2.0 and XQuAD for one passage, HotpotQA for two, several spans of two long documents), of which
 * nothing was held back; results change little when one weight is halved or doubled, but for
 * {@code nearTheBest}, which is the trade of tokens against answers.
 *
 * @param passage the weight of the passage's own lexical relevance: what answers a question often repeats few of its words,
 *     but stands in a passage that has them
 * @param best the weight of the best unit of the passage
 * @param neighbour the weight of the nearer neighbour's score
 * @param names the weight of names that the best units bring up, in other passages: the second hop
 * @param title the weight of a title that a best unit of another passage names
 * @param missing the weight of what the question names and the best unit does not speak of
 * @param joined the weight of both together, squared: what speaks of a name that the best units bring up, and of what the best
 *     one lacks, is where two passages join
 * @param nearTheBest units worth less than this share of the best one are left out
 * @param perName by how much less is asked for each name of the question beyond the first, up to {@link Values#MOST_NAMES}:
 *     a question that names much is rarely answered in one place
 */
record Weights(
        double passage,
        double best,
        double neighbour,
        double names,
        double title,
        double missing,
        double joined,
        double nearTheBest,
        double perName) {

    /** For scores that know words only, which are spread wider. */
    static final Weights LEXICAL = new Weights(0.35, 0.5, 0.5, 0.1, 0.5, 0.2, 0.25, 0.58, 0.02);

    /** For scores that a model has a part in. */
    static final Weights MODEL = new Weights(0.35, 0.5, 0.3, 0.1, 0.5, 0.2, 0.25, 0.635, 0.02);

    Weights withNearTheBest(double share) {
        return new Weights(passage, best, neighbour, names, title, missing, joined, share, perName);
    }
}
