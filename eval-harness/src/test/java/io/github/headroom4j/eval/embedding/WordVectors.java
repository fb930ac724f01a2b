package io.github.headroom4j.eval.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Embeds texts as the sum of random vectors of their words: texts are as near as the words that they share. Counts its work. */
public final class WordVectors implements EmbeddingModel {

    private static final int DIMENSION = 96;

    private final List<String> embedded = new ArrayList<>();

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
        return Response.from(texts.stream().map(text -> embedding(text.text())).toList());
    }

    private Embedding embedding(String text) {
        embedded.add(text);
        float[] sum = new float[DIMENSION];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
            Random random = new Random(word.hashCode());
            for (int i = 0; i < DIMENSION; i++) {
                sum[i] += (float) random.nextGaussian();
            }
        }
        return Embedding.from(sum);
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    /** All texts that were embedded, in order. */
    public List<String> embedded() {
        return List.copyOf(embedded);
    }
}
