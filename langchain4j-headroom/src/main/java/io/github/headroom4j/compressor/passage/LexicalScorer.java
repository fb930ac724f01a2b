package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.compressor.QueryRelevance;
import java.util.List;

/** BM25 over word stems, so that "developed" answers "who develops". */
enum LexicalScorer implements PassageScorer {
    INSTANCE;

    @Override
    public double[] score(String query, List<String> sentences) {
        return score(query, sentences, Deadline.none());
    }

    @Override
    public double[] score(String query, List<String> sentences, Deadline deadline) {
        return QueryRelevance.to(query, deadline).score(sentences);
    }
}
