package io.github.headroom4j.eval.dataset;

import java.util.List;

/**
 * One turn of the user in a long session. Immutable.
 *
 * @param question what the user says
 * @param calls the recorded calls that the agent then makes, by index
 * @param reply what the agent answers by script; empty if a reader answers, which makes it a follow-up question
 * @param related the calls whose results a reader may answer from, by index, the same in all arms; empty without a reader
 */
public record Turn(String question, List<Integer> calls, String reply, List<Integer> related) {

    /** Copies the lists. */
    public Turn {
        calls = List.copyOf(calls);
        related = List.copyOf(related);
    }

    /**
     * A turn in which the agent works.
     *
     * @param question what the user says
     * @param calls the calls, by index
     * @param reply the agent's answer
     * @return the turn
     */
    public static Turn work(String question, List<Integer> calls, String reply) {
        return new Turn(question, calls, reply, List.of());
    }

    /**
     * A question about what was seen before.
     *
     * @param question what the user asks
     * @param related the calls whose results a reader may answer from
     * @return the turn
     */
    public static Turn followUp(String question, List<Integer> related) {
        return new Turn(question, List.of(), "", related);
    }

    /**
     * Whether a reader answers.
     *
     * @return whether there is no scripted answer
     */
    public boolean isFollowUp() {
        return reply.isEmpty();
    }

    /**
     * The notation by which items of several questions stand in one gold set.
     *
     * @param followUp the number of the follow-up question in its session, from 0
     * @param item an item of the workload that the question comes from
     * @return the item with its question
     */
    public static String item(int followUp, String item) {
        return followUp + "/" + item;
    }
}
