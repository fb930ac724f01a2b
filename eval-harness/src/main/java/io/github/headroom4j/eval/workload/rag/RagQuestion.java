package io.github.headroom4j.eval.workload.rag;

import java.util.List;

/**
 * A question about the corpus. Immutable.
 *
 * @param id unique
 * @param kind what it takes to answer it, for instance "single" or "unanswerable"
 * @param question the question
 * @param cluster what questions share that are not independent: the document that they are about
 * @param split "dev" or "test"
 * @param answers what is accepted, the usual form first; empty if the corpus does not say
 * @param proofs what a reader has to see to know the answer
 */
record RagQuestion(
        String id,
        String kind,
        String question,
        String cluster,
        String split,
        List<String> answers,
        List<Proof> proofs) {

    /**
     * A fact that the answer needs.
     *
     * @param places where the corpus says it; seeing one of them is enough
     */
    record Proof(List<Span> places) {

        Proof {
            places = List.copyOf(places);
            if (places.isEmpty()) {
                throw new IllegalArgumentException("places must not be empty");
            }
        }
    }

    RagQuestion {
        answers = List.copyOf(answers);
        proofs = List.copyOf(proofs);
    }

    boolean isAnswerable() {
        return !answers.isEmpty();
    }
}
