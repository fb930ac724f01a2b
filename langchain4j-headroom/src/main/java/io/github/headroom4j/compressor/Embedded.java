package io.github.headroom4j.compressor;

import io.github.headroom4j.content.ContentType;
import java.util.Objects;

/**
 * A block of another kind within a document, read by the compressor of its kind.
 *
 * @param start where it begins in the document, at a line's start
 * @param end where it ends, after a line's end or at the document's end
 * @param type what it is
 * @param content what can be chosen from it
 */
public record Embedded(int start, int end, ContentType type, Selectable content) {

    /** Validates the range. */
    public Embedded {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(content, "content");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a block needs a range, but got " + start + " to " + end);
        }
    }
}
