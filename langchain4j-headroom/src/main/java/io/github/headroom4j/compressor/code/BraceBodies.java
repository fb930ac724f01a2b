package io.github.headroom4j.compressor.code;

import java.util.BitSet;
import java.util.Set;

/**
 * Tells which braces hold a function's body or that of a statement, by the words and marks before them. What it misses only
 * costs a parser time.
 */
final class BraceBodies {

    private static final Set<String> SCRIPT_BODIES =
            Set.of("function", "if", "else", "for", "while", "do", "switch", "try", "catch", "finally");

    private static final Set<String> SCRIPT_HEADS = Set.of(
            "class", "interface", "enum", "namespace", "module", "type", "const", "let", "var", "import", "export");

    private final Notation notation;
    /** For each bracket that is open whether it is a class. */
    private final BitSet classes = new BitSet();

    private boolean function;
    private boolean named;
    private boolean called;

    BraceBodies(Notation notation) {
        this.notation = notation;
    }

    /** A word outside of parentheses that follows no point. */
    void word(String word) {
        switch (notation) {
            case GO -> function |= word.equals("func");
            case RUST -> function |= word.equals("fn");
            case SCRIPT -> {
                function = !SCRIPT_HEADS.contains(word) && (function || SCRIPT_BODIES.contains(word));
                named |= word.equals("class");
            }
            case PYTHON -> {}
        }
    }

    /** A parenthesis outside of parentheses. */
    void call() {
        called = true;
    }

    void endStatement() {
        function = false;
        named = false;
        called = false;
    }

    /**
     * A brace outside of parentheses; whether it opens a body.
     *
     * @param depth how many brackets are open
     * @param afterFunction whether it follows a closing parenthesis or an arrow
     */
    boolean opens(int depth, boolean afterFunction) {
        boolean script = notation == Notation.SCRIPT;
        boolean method = script && called && depth > 0 && classes.get(depth - 1);
        boolean body = function || method || (script && afterFunction);
        classes.set(depth, named && !body);
        endStatement();
        return body;
    }

    /** A bracket that holds no members. */
    void opensOther(int depth) {
        classes.clear(depth);
    }
}
