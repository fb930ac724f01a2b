package io.github.headroom4j.eval.workload.codereview.reviewer;

/**
 * A token of Java. Immutable. Tokens are equal by what they say, wherever they stand.
 *
 * @param kind what it is
 * @param text its characters
 * @param line the index of its line among those that were read, from 0
 */
record Token(Kind kind, String text, int line) {

    /** Kinds of tokens. */
    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        MARK
    }

    boolean is(String other) {
        return text.equals(other);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token token && kind == token.kind && text.equals(token.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
