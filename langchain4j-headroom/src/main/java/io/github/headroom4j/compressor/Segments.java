package io.github.headroom4j.compressor;

import java.util.List;
import java.util.function.Consumer;

/**
 * Texts that are searched, each given in pieces, so that what holds them need not put them together. No term goes on from one
 * piece to the next.
 */
public interface Segments {

    /**
     * How many there are.
     *
     * @return not negative
     */
    int size();

    /**
     * Gives the pieces of a segment.
     *
     * @param segment an index
     * @param action takes each piece, in order
     */
    void forEachPiece(int segment, Consumer<? super CharSequence> action);

    /**
     * Segments of one piece each.
     *
     * @param texts the texts, in order; read as they are asked for
     * @return one segment for each
     */
    static Segments of(List<? extends CharSequence> texts) {
        return new Segments() {
            @Override
            public int size() {
                return texts.size();
            }

            @Override
            public void forEachPiece(int segment, Consumer<? super CharSequence> action) {
                action.accept(texts.get(segment));
            }
        };
    }
}
