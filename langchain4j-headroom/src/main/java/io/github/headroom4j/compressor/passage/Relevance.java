package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.CompressionContext;
import java.util.ArrayList;
import java.util.List;

/** How near the pieces of a text are to a question, measured against each other. A block is as near as its nearest line. */
final class Relevance {

    private final PassageText passage;
    private final PassageScorer scorer;

    Relevance(PassageText passage, PassageScorer scorer) {
        this.passage = passage;
        this.scorer = scorer;
    }

    double[] of(CompressionContext context, List<String> texts) {
        if (passage.blocks().isEmpty()) {
            return scorer.score(context.query(), texts, context.deadline());
        }
        List<String> segments = new ArrayList<>();
        List<Integer> pieces = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int piece = i;
            List<String> parts =
                    passage.blocks().containsKey(i) ? texts.get(i).lines().toList() : List.of(texts.get(i));
            parts.forEach(part -> {
                segments.add(part);
                pieces.add(piece);
            });
        }
        double[] scores = scorer.score(context.query(), segments, context.deadline());
        double[] nearest = new double[texts.size()];
        for (int i = 0; i < scores.length; i++) {
            nearest[pieces.get(i)] = Math.max(nearest[pieces.get(i)], scores[i]);
        }
        return nearest;
    }
}
