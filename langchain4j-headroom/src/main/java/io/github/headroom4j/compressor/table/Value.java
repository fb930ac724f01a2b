package io.github.headroom4j.compressor.table;

import java.util.List;
import java.util.Objects;

/**
 * A value of a document: what JSON knows, with the lexemes of numbers kept as they were written. Immutable if its lists
 * are, which the constructors do not copy.
 */
public sealed interface Value {

    /**
     * A string.
     *
     * @param text its characters, unescaped
     */
    record Text(String text) implements Value {
        /** Validates the text. */
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A number, {@code true}, {@code false} or {@code null}.
     *
     * @param lexeme as it was written: 1.0 and 1.00 are two values
     */
    record Literal(String lexeme) implements Value {

        static final Literal NULL = new Literal("null");

        /** Validates the lexeme. */
        public Literal {
            if (!Lexis.isLiteral(lexeme)) {
                throw new IllegalArgumentException("lexeme must be a JSON literal, but was '" + lexeme + "'");
            }
        }

        @Override
        public String toJson() {
            return lexeme;
        }

        /** Whether it is a number: what begins with a letter is no number. */
        boolean isNumber() {
            return lexeme.charAt(0) < 'a';
        }
    }

    /**
     * An array.
     *
     * @param elements in order; {@link Elided} among them stand for runs that are not shown
     */
    record Items(List<Value> elements) implements Value {}

    /**
     * An object.
     *
     * @param names different from each other, in order
     * @param values one for each name
     */
    record Members(List<String> names, List<Value> values) implements Value {
        /** Validates the sizes. */
        public Members {
            if (names.size() != values.size()) {
                throw new IllegalArgumentException(
                        "names and values must pair up, but were " + names.size() + " and " + values.size());
            }
        }
    }

    /**
     * A run of elements or members that is not shown. It occurs only as an element of {@link Items} or, under any name,
     * as a value of {@link Members}.
     *
     * @param first the index of the first one, from 0
     * @param last the index of the last one
     * @param summary what is said about all that is not shown, one line each; empty on all runs of an array but one
     */
    record Elided(int first, int last, List<String> summary) implements Value {}

    /**
     * A scalar by its characters, as it is written where texts have no quotes.
     *
     * @param characters any text
     * @return a literal if it reads as a JSON number, {@code true}, {@code false} or {@code null}, else a text; either
     *     way it holds these characters
     */
    static Value ofCharacters(String characters) {
        return Lexis.isLiteral(characters) ? new Literal(characters) : new Text(characters);
    }

    /**
     * This value as JSON without white space.
     *
     * @return JSON text; elided runs are left out
     */
    default String toJson() {
        StringBuilder out = new StringBuilder();
        JsonWriter.write(this, out);
        return out.toString();
    }
}
