package io.github.headroom4j.eval.arm;

/** A naive way to make a text fit. Stateless. */
@FunctionalInterface
interface Cut {

    /** What a naive tool prints where it stopped. */
    String NOTE = "[truncated]";

    /**
     * Cuts.
     *
     * @param text a tool result
     * @param maxTokens how many tokens may be left, note included
     * @return the text itself if it fits, else a part of it with a note
     */
    String apply(String text, int maxTokens);
}
