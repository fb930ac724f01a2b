package io.github.headroom4j.eval.workload.codesearch;

import org.jspecify.annotations.Nullable;

/**
 * A method or constructor of a named type. Immutable.
 *
 * @param file where it is declared
 * @param owner the qualified name of the declaring type
 * @param name its simple name
 * @param parameters the parameter types as written, for instance {@code (int, List<String>)}
 * @param signature the declaration without annotations and body
 * @param span its lines in the shown file
 * @param constructor whether it is a constructor
 * @param sentence the first sentence of its documentation; null if it has none
 */
record SourceMethod(
        ShownFile file,
        String owner,
        String name,
        String parameters,
        String signature,
        Span span,
        boolean constructor,
        @Nullable String sentence) {

    /**
     * Lines of a file, counted from 1.
     *
     * @param first the line of the first modifier or annotation
     * @param last the line of the closing brace or semicolon, inclusive
     * @param bodyLines lines from the opening to the closing brace of the body, inclusive; 0 without a body
     */
    record Span(int first, int last, int bodyLines) {}

    /** The answer item: unambiguous within a library, since overloads differ in their parameter types. */
    String symbol() {
        return owner + "#" + name + parameters;
    }

    /** The declaration and the body as the file shows them. */
    String text() {
        return file.lines(span.first(), span.last());
    }

    /** The first lines of the declaration, indented as in the file. */
    String snippet(int maxLines) {
        return file.lines(span.first(), Math.min(span.last(), span.first() + maxLines - 1));
    }

    /** The package, taken from the path. */
    String packageName() {
        int end = file.path().lastIndexOf('/');
        return end < 0 ? "" : file.path().substring(0, end).replace('/', '.');
    }
}
