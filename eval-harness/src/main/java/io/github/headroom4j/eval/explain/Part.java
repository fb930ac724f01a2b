package io.github.headroom4j.eval.explain;

import java.util.List;

/**
 * A text of the answered request in both arms.
 *
 * @param label what it is: a tool call with its arguments, or the user's message
 * @param before in the arm that is compared with
 * @param after in the other one
 * @param happened what the other arm did to it, in a word or two
 * @param why how the library came to it, line by line; empty if it did nothing or that can not be said
 */
record Part(String label, Side before, Side after, String happened, List<String> why) {

    /**
     * One side.
     *
     * @param text as the request shows it
     * @param tokens how many
     * @param present whether the request has it at all
     */
    record Side(String text, int tokens, boolean present) {

        static final Side ABSENT = new Side("", 0, false);
    }

    Part {
        why = List.copyOf(why);
    }
}
