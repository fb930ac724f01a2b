package io.github.headroom4j.compressor.code;

import java.util.BitSet;
import java.util.Set;

/**
 * Tells which parentheses hold nothing that an outline shows: those behind a name, which hold parameters, arguments or base
 * classes, and where no function or variable can be declared. What it misses only costs a parser time.
 */
final class Lists {

    /** Words of all languages behind which parentheses hold something else, or may not be empty. */
    private static final Set<String> NO_NAMES = Set.of(
            ("and as assert async await break case catch chan const crate default defer del delete do dyn elif else enum"
                            + " except export extends fn for from func global go if impl implements import in infer"
                            + " instanceof interface is keyof lambda let loop map match move mut new not of or package pub"
                            + " raise range readonly ref return satisfies select static struct switch throw type typeof"
                            + " unsafe var void where while with yield asserts")
                    .split(" "));

    private final Notation notation;
    /** For each bracket that is open whether it is a list's. */
    private final BitSet lists = new BitSet();

    private int holder = -1;

    Lists(Notation notation) {
        this.notation = notation;
    }

    /** A mark; what a list declares has a brace, an arrow or a value. */
    void mark(char c, int at) {
        if (c == '{' || c == '=') {
            holder = at;
        }
    }

    /**
     * A bracket.
     *
     * @param depth how many brackets are open
     * @param parenthesis whether it is one
     * @param word the word before it; empty if a mark stands there
     */
    void opens(int depth, boolean parenthesis, String word) {
        lists.set(depth, parenthesis && !word.isEmpty() && !NO_NAMES.contains(word));
    }

    /**
     * Whether what stands between two brackets can be left out.
     *
     * @param depth how many brackets are open around them
     * @param open where the first one is
     */
    boolean isBarren(int depth, int open) {
        return lists.get(depth) && (notation == Notation.PYTHON || holder < open);
    }
}
