package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.Deadline;
import java.util.List;

/**
 * Says how near each sentence of a text is to a question. The built-in one is {@linkplain #lexical() lexical}; a model (a
 * cross-encoder, embeddings) may take its place.
 *
 * <p>Implementations must be thread-safe and deterministic: the same question and sentences give the same scores on any
 * machine, or the same tool result would be compressed differently on a replay. They must return for every string,
 * including empty and very long ones. Work may grow with the number of sentences, of which there may be some hundred
 * thousand; an implementation that can not afford that scores the nearest ones by {@link #lexical()} and leaves the rest
 * as they are. What they throw makes the compression fail open: the text stays as it is.
 */
@FunctionalInterface
public interface PassageScorer {

    /**
     * Scores sentences.
     *
     * @param query the question, not blank
     * @param sentences the sentences, list items, headings and lines of one text, in its order, so that neighbours are
     *     neighbours in the text; not to be changed
     * @return one score per sentence: not negative, finite, 0 for what has nothing to do with the question; of any scale,
     *     since scores are compared within this call only
     */
    double[] score(String query, List<String> sentences);

    /**
     * Scores sentences that may be too many to wait for. Implementations that score part by part look at the deadline now and
     * then; others, as by default, once before they score.
     *
     * @param query the question
     * @param sentences the sentences in order
     * @param deadline when to give up
     * @return the same as {@link #score(String, List)}
     */
    default double[] score(String query, List<String> sentences, Deadline deadline) {
        deadline.check();
        return score(query, sentences);
    }

    /**
     * BM25 over word stems, with document frequencies taken from the sentences.
     *
     * @return a stateless scorer; linear in the text
     */
    static PassageScorer lexical() {
        return LexicalScorer.INSTANCE;
    }
}
