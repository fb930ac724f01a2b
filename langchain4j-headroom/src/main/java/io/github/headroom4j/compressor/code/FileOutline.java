package io.github.headroom4j.compressor.code;

import java.util.ArrayList;
import java.util.List;

/**
 * What a parser found in a file; the one model that all renderings are made of. Immutable.
 *
 * @param declarations in the order of the file; a type comes before its members
 * @param comments all comments that are no part of a body, in the order of the file
 * @param indented whether blocks are made by colons and indentation, so that a folded body is {@code ...} and a comment
 */
record FileOutline(List<Declaration> declarations, List<Span> comments, boolean indented) {

    FileOutline {
        declarations = List.copyOf(declarations);
        comments = List.copyOf(comments);
    }

    /**
     * An outline without the comments that go with a body.
     *
     * @param declarations in the order of the file; bodies that are no types' are disjoint
     * @param comments all of the file, in its order
     * @param indented as above
     */
    static FileOutline of(List<Declaration> declarations, List<Span> comments, boolean indented) {
        List<Span> bodies = declarations.stream()
                .filter(one -> one.kind() != Declaration.Kind.TYPE)
                .map(Declaration::body)
                .filter(body -> !body.isEmpty())
                .toList();
        List<Span> outside = new ArrayList<>();
        int next = 0;
        for (Span comment : comments) {
            while (next < bodies.size() && bodies.get(next).end() <= comment.start()) {
                next++;
            }
            if (next == bodies.size() || bodies.get(next).start() > comment.start()) {
                outside.add(comment);
            }
        }
        return new FileOutline(declarations, outside, indented);
    }
}
