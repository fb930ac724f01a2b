package io.github.headroom4j.compressor.code;

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
}
