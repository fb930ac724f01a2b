package io.github.headroom4j.original;

import java.util.List;

/**
 * Finds the parts of a text that have names, such as the methods of a source file, so that a model can ask for one by its
 * name. Implementations must be thread-safe and deterministic, linear in the text, and must return for every string.
 */
@FunctionalInterface
public interface NamedParts {

    /** Finds none in any text. */
    NamedParts NONE = text -> List.of();

    /**
     * Finds them.
     *
     * @param text any text
     * @return in the order of the text; parts may lie within others, and several may bear one name; empty if there are none
     */
    List<Part> partsOf(String text);

    /**
     * A part with a name. Immutable.
     *
     * @param name how it is asked for: names of what is around it first, joined by points, and a hash before a member, as in
     *     {@code Outer.Inner#method}
     * @param start index of its first character, its documentation included
     * @param end index after its last character, greater than {@code start}
     */
    record Part(String name, int start, int end) {

        /** Validates the range. */
        public Part {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("a part must not be empty, but was [" + start + ", " + end + ")");
            }
        }

        /**
         * The same part of a text that stands further back in another.
         *
         * @param offset index of the first character of this part's text in the other
         * @return a changed copy
         */
        public Part shifted(int offset) {
            return new Part(name, start + offset, end + offset);
        }
    }
}
