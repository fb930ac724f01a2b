package io.github.headroom4j.rag.onnx;

import java.util.ArrayList;
import java.util.List;

/**
 * Which tokens of a text a model reads together. Windows follow one another with an overlap, so that what stands at the edge of
 * one stands inside another, and begin and end with whole words; a word of more tokens than a window holds is read in parts.
 * Every token is in one window at least.
 */
final class Windows {

    /** Tokens from, inclusive, to, exclusive. */
    record Window(int from, int to) {

        int length() {
            return to - from;
        }
    }

    private Windows() {}

    /**
     * Covers tokens.
     *
     * @param words the word of each token, ascending
     * @param capacity how many tokens a window holds, more than {@code overlap}
     * @param overlap how many tokens a window has in common with the one before, or some more, so that it begins with a word
     */
    static List<Window> over(int[] words, int capacity, int overlap) {
        List<Window> windows = new ArrayList<>();
        int from = 0;
        while (from < words.length) {
            int to = Math.min(words.length, from + capacity);
            int whole = beginOfWord(words, to, from);
            to = to == words.length || whole == from ? to : whole;
            windows.add(new Window(from, to));
            if (to == words.length) {
                break;
            }
            int next = Math.max(from + 1, to - overlap);
            int aligned = beginOfWord(words, next, from);
            from = aligned > from ? aligned : next;
        }
        return windows;
    }

    /** The last place at or before one at which a word begins, but not before the least. */
    private static int beginOfWord(int[] words, int at, int least) {
        int begin = at;
        while (begin > least && begin < words.length && words[begin] == words[begin - 1]) {
            begin--;
        }
        return begin;
    }
}
