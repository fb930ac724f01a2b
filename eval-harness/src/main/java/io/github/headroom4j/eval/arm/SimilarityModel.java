package io.github.headroom4j.eval.arm;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.util.List;

/** Scores passages by the cosine similarity of their embedding and the question's. */
record SimilarityModel(EmbeddingModel embeddings) implements ScoringModel {

    @Override
    public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
        Embedding asked = embeddings.embed(query).content();
        return Response.from(embeddings.embedAll(segments).content().stream()
                .map(embedding -> CosineSimilarity.between(asked, embedding))
                .toList());
    }
}
