package io.github.headroom4j.compressor.code;

/**
 * A stretch of a text. Immutable.
 *
 * @param start index of the first character
 * @param end index after the last character, not before {@code start}
 */
record Span(int start, int end) {

    /** Nothing. */
    static final Span NONE = new Span(0, 0);

    boolean isEmpty() {
        return start == end;
    }

    boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
