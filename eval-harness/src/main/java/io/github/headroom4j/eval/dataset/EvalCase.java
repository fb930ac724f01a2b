package io.github.headroom4j.eval.dataset;

import java.util.List;
import java.util.Set;

/**
 * A recorded agent session with its gold answer. Immutable.
 *
 * @param id unique within the workload
 * @param cluster what the case shares with others that are not independent of it: a repository, a system
 * @param split "dev" or "test"
 * @param tier "ceiling", "typical" or "near-unique"; for cases of retrieval how many passages there are, "k=10"
 * @param systemPrompt the agent's instructions
 * @param question the user's question
 * @param calls the tool calls in the order in which the agent made them
 * @param gold what a perfect answer holds, as items in the workload's own notation, for instance {@code
 *     root:postgres}; compared as sets
 * @param evidence where the gold items can be read; may be empty
 * @param turns what the user says in a long session, one turn after the other; empty if there is only the question
 * @param passages what a retriever found for the question, the best first; empty in sessions without retrieval. Evidence then
 *     counts passages where it speaks of calls
 */
public record EvalCase(
        String id,
        String cluster,
        String split,
        String tier,
        String systemPrompt,
        String question,
        List<RecordedCall> calls,
        Set<String> gold,
        List<Evidence> evidence,
        List<Turn> turns,
        List<RetrievedPassage> passages) {

    /** The {@link #tier} of cases without a gold answer, which tell what is saved and nothing about answers. */
    public static final String SAVINGS_ONLY = "savings-only";

    /**
     * A session of one question.
     *
     * @param id unique within the workload
     * @param cluster what the case shares with others that are not independent of it
     * @param split "dev" or "test"
     * @param tier how repetitive its content is
     * @param systemPrompt the agent's instructions
     * @param question the user's question
     * @param calls the tool calls in order
     * @param gold what a perfect answer holds
     * @param evidence where the gold items can be read
     */
    public EvalCase(
            String id,
            String cluster,
            String split,
            String tier,
            String systemPrompt,
            String question,
            List<RecordedCall> calls,
            Set<String> gold,
            List<Evidence> evidence) {
        this(id, cluster, split, tier, systemPrompt, question, calls, gold, evidence, List.of(), List.of());
    }

    /**
     * A session without retrieved passages.
     *
     * @param id unique within the workload
     * @param cluster what the case shares with others that are not independent of it
     * @param split "dev" or "test"
     * @param tier how repetitive its content is
     * @param systemPrompt the agent's instructions
     * @param question the user's question
     * @param calls the tool calls in order
     * @param gold what a perfect answer holds
     * @param evidence where the gold items can be read
     * @param turns what the user says
     */
    public EvalCase(
            String id,
            String cluster,
            String split,
            String tier,
            String systemPrompt,
            String question,
            List<RecordedCall> calls,
            Set<String> gold,
            List<Evidence> evidence,
            List<Turn> turns) {
        this(id, cluster, split, tier, systemPrompt, question, calls, gold, evidence, turns, List.of());
    }

    /** Copies the collections. */
    public EvalCase {
        calls = List.copyOf(calls);
        gold = Set.copyOf(gold);
        evidence = List.copyOf(evidence);
        turns = List.copyOf(turns);
        passages = List.copyOf(passages);
    }

    /**
     * The same case as if something else had been retrieved. Evidence must still point into the passages.
     *
     * @param others the passages
     * @return a new case
     */
    public EvalCase withPassages(List<RetrievedPassage> others) {
        return new EvalCase(id, cluster, split, tier, systemPrompt, question, calls, gold, evidence, turns, others);
    }

    /**
     * The same case as if the tools had returned something else.
     *
     * @param others the calls, as many as before
     * @return a new case
     */
    public EvalCase withCalls(List<RecordedCall> others) {
        return new EvalCase(id, cluster, split, tier, systemPrompt, question, others, gold, evidence, turns, passages);
    }
}
