package io.github.headroom4j.compressor.code;

import java.util.HashSet;
import java.util.Set;

/**
 * Something that a file declares, whichever parser found it. Immutable.
 *
 * @param kind what it is
 * @param name its simple name; empty for initializers
 * @param owner the names of the types around it, from the outside in and joined by points; empty at the top
 * @param whole from its documentation, or else its first annotation or modifier, to its last character
 * @param signature where its documentation ends and the declaration itself begins
 * @param body what can be folded of it: what stands between its braces, or the lines below a colon; empty if it has none
 */
record Declaration(Kind kind, String name, String owner, Span whole, int signature, Span body) {

    enum Kind {
        /** A class, interface, enum, record, struct, trait, module: its members are declarations of their own. */
        TYPE,
        /** A method, constructor or function. */
        FUNCTION,
        /** A field, constant, enum constant or variable. */
        VALUE,
        /** A nameless block. */
        INITIALIZER
    }

    /** As it is asked for: {@code Outer.Inner#method}, a function's name, a type's {@code Outer.Inner}. */
    String path() {
        if (owner.isEmpty()) {
            return name;
        }
        return owner + (kind == Kind.TYPE ? "." : "#") + name;
    }

    /** From the first character of the declaration itself to its body, or to its end if it has none. */
    Span header() {
        return new Span(signature, body.isEmpty() ? whole.end() : body.start());
    }

    /** The words that it consists of from its signature on, none of its documentation. */
    Set<String> words(String file) {
        Set<String> words = new HashSet<>();
        int start = -1;
        int end = Math.min(file.length(), whole.end());
        for (int i = signature; i <= end; i++) {
            boolean inside = i < end && Character.isJavaIdentifierPart(file.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(file.substring(start, i));
                start = -1;
            }
        }
        return words;
    }
}
