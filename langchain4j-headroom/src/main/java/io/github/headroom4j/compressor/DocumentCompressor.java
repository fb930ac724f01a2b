package io.github.headroom4j.compressor;

import java.util.List;
import java.util.Optional;

/**
 * A compressor of running text that may hold blocks of other kinds. It is given the whole text and the blocks, each read by the
 * compressor of its kind, so that one choice is made over all of them: how near a part of a document is to a question can only
 * be said beside the other parts.
 */
public interface DocumentCompressor extends Compressor {

    /**
     * Reads a text with blocks of other kinds in it.
     *
     * @param text the whole text
     * @param blocks in order, not overlapping; what is around them is of one of {@link #contentTypes()}, or prose
     * @param context query, counter, deadline, position of the text in its original
     * @return the content, or empty if this text is not of its kind after all
     */
    Optional<? extends Selectable> parse(String text, List<Embedded> blocks, CompressionContext context);
}
