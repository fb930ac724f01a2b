package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.QueryRelevance;

/** How near the pieces of a text are to a question, measured against each other. A block is as near as its nearest line. */
final class Relevance {

    private final PassageStems stems;
    private final PassageScorer scorer;

    Relevance(PassageStems stems, PassageScorer scorer) {
        this.stems = stems;
        this.scorer = scorer;
    }

    double[] of(CompressionContext context) {
        // The built-in scorer asks for stems that are there already.
        double[] scores = scorer instanceof LexicalScorer
                ? QueryRelevance.to(context).score(stems.ofSegments(), stems.numbers())
                : scorer.score(context.query(), stems.segments(), context.deadline());
        double[] nearest = new double[stems.pieces()];
        for (int i = 0; i < nearest.length; i++) {
            for (int segment = stems.firstSegment(i); segment < stems.firstSegment(i + 1); segment++) {
                nearest[i] = Math.max(nearest[i], scores[segment]);
            }
        }
        return nearest;
    }
}
