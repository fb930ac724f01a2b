package io.github.headroom4j.eval.workload;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.reader.SessionReader.View;
import java.util.List;
import java.util.Set;

/**
 * What a user may ask of tool results after they were compressed towards another question, and who answers it. A workload
 * that has such questions is asked them after the fact. Implementations are stateless and thread-safe.
 */
public interface LateQuestions {

    /**
     * A question made from the raw results by program.
     *
     * @param question what the user asks; the same words in all arms
     * @param gold the items of a perfect answer
     * @param evidence where they can be read, by items of {@code gold}
     */
    record LateQuestion(String question, Set<String> gold, List<Evidence> evidence) {

        /** Copies the collections. */
        public LateQuestion {
            gold = Set.copyOf(gold);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The questions of a case, drawn from its raw results by a fixed rule that knows no arm. They ask for nothing that the
     * case itself asks for.
     *
     * @param evalCase a case of the workload
     * @return questions in the order in which they are asked; none if the results hold nothing to ask for
     */
    List<LateQuestion> about(EvalCase evalCase);

    /**
     * What somebody who knows nothing but the question would search for.
     *
     * @param question one of {@link #about}
     * @return plain text, empty if the question names nothing
     */
    String term(String question);

    /**
     * Answers from what is in sight.
     *
     * @param question one of {@link #about}
     * @param sight what can be read of the session's calls
     * @return items, none if what is in sight does not tell
     */
    List<String> answer(String question, View sight);
}
