package io.github.headroom4j.compressor.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a column's values are made of. */
sealed interface Expression {

    /** The same value in each row. */
    record Constant(Value value) implements Expression {}

    /** The value of another column. */
    record Copy(Part of) implements Expression {}

    /** A text put together from fixed parts, other columns and the cell. */
    record Template(List<Part> parts) implements Expression {

        boolean hasHole() {
            return parts.stream().anyMatch(Part::isHole);
        }
    }

    /**
     * A part of a template.
     *
     * @param literal fixed text, empty if this is a reference or the hole
     * @param reference how the other column is named, empty if this is the hole
     * @param field the other column, null until resolved
     */
    record Part(
            String literal,
            @Nullable String reference,
            @Nullable Field field) {

        /** The cell itself. */
        static final Part HOLE = new Part("", "", null);

        static Part literal(String text) {
            return new Part(text, null, null);
        }

        static Part reference(String name, @Nullable Field field) {
            return new Part("", name, field);
        }

        boolean isHole() {
            return reference != null && reference.isEmpty();
        }

        boolean isReference() {
            return reference != null && !reference.isEmpty();
        }

        Field target() {
            if (field == null) {
                throw new NotationException("unresolved reference: " + reference);
            }
            return field;
        }
    }
}
