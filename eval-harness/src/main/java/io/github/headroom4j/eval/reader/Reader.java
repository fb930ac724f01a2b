package io.github.headroom4j.eval.reader;

import java.util.List;

/**
 * Answers the final question from what the captured request shows, and from nothing else. A deterministic reader
 * measures what information is kept, not how a language model behaves.
 */
public interface Reader {

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
     * Answers.
     *
     * @param question the user's question
     * @param seen the tool results in the order of the calls
     * @return answer items in the workload's notation, without repetition
     */
    List<String> answer(String question, List<Seen> seen);
}
