package io.github.headroom4j.eval.reader;

import java.util.List;

/**
 * Answers the final question from what the captured request shows, and from nothing else. A deterministic reader
 * measures what information is kept, not how a language model behaves.
 */
public interface Reader {

    /** How many originals an agent looks into before it answers. */
    int MOST_LOOKUPS = 6;

    /**
     * One tool result as the request shows it.
     *
     * @param tool the tool's name
     * @param arguments the call's arguments as JSON
     * @param text what can be read of it: where the engine's documented notations (tables, folded logs) are used, they
     *     are expanded as a person would read them; elided parts are absent
     * @param shown the same as the request really shows it, with notes on how much was left out and where
     */
    record Seen(String tool, String arguments, String text, String shown) {

        /**
         * A result without notation.
         *
         * @param tool the tool's name
         * @param arguments the call's arguments as JSON
         * @param text the result
         */
        public Seen(String tool, String arguments, String text) {
            this(tool, arguments, text, text);
        }
    }

    /**
     * What to look up in originals before answering, where the request names any and there is a tool for it. Nothing by
     * default. What it returns is charged, and is among the results when {@link #answer} is asked, under the tool's name.
     *
     * @param question the user's question
     * @param seen the tool results in the order of the calls
     * @return calls to make, at most {@link #MOST_LOOKUPS} of which are
     */
    default List<SessionReader.Lookup> lookups(String question, List<Seen> seen) {
        return List.of();
    }

    /**
     * Answers.
     *
     * @param question the user's question
     * @param seen the tool results in the order of the calls
     * @return answer items in the workload's notation, without repetition
     */
    List<String> answer(String question, List<Seen> seen);
}
