package io.github.headroom4j.rag;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.passage.PassagePieces;
import io.github.headroom4j.token.TokenCounter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What one would do without pruning, at the same tokens: cut the end off, or pass fewer passages on. */
final class Baselines {

    private final TokenCounter counter;

    Baselines(TokenCounter counter) {
        this.counter = counter;
    }

    /** The beginning of the passages as they were retrieved, whole sentences. */
    String head(List<String> passages, int tokens) {
        StringBuilder text = new StringBuilder();
        int spent = 0;
        for (String passage : passages) {
            for (String sentence : PassagePieces.read(passage, false, CompressionContext.of(counter))
                    .texts()) {
                spent += counter.count(sentence);
                if (spent > tokens) {
                    return text.toString();
                }
                text.append(sentence);
            }
            text.append("\n\n");
        }
        return text.toString();
    }

    /** The passages nearest to the question by BM25, as a re-ranker would pass them on; the last one is cut. */
    String nearest(String question, List<String> passages, int tokens) {
        double[] scores = QueryRelevance.to(question).score(passages);
        List<String> ranked = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .map(passages::get)
                .toList();
        return head(ranked, tokens);
    }
}
