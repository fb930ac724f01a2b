package io.github.headroom4j.eval.arm;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.rag.content.aggregator.DefaultContentAggregator;
import dev.langchain4j.rag.content.aggregator.ReRankingContentAggregator;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.rag.EmbeddingScorer;
import io.github.headroom4j.rag.HybridScorer;
import io.github.headroom4j.rag.PassagePruner;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.function.UnaryOperator;

/** The arms of cases with retrieved passages. Immutable; thread-safe if the embedding model is. */
public final class RagArms {

    /** A control that must do badly. */
    static final String RANDOM = "random-sentences";

    /** The pruner at a setting that is not its default, in sweeps. */
    public static final String PRUNER = "pruner";

    private static final String EQUAL = ", as many tokens as headroom spent in the whole case";

    private final TokenCounter counter;
    private final PassageScorer hybrid;
    private final SimilarityModel similarity;

    /**
     * The arms.
     *
     * @param counter what the library counts tokens with
     * @param embeddings what the pruner and the re-ranker measure nearness with
     */
    public RagArms(TokenCounter counter, EmbeddingModel embeddings) {
        this.counter = counter;
        this.hybrid = new HybridScorer(EmbeddingScorer.builder(embeddings)
                .maxChars(HybridScorer.BUNDLED_MAX_CHARS)
                .build());
        this.similarity = new SimilarityModel(embeddings);
    }

    /**
     * All arms.
     *
     * @return in the order of reports
     */
    public List<RagArm> all() {
        return List.of(
                baseline(),
                plain(Arms.AGAIN, "the same once more (A/A)"),
                heads(),
                fewer(),
                reRanked(),
                naive(RANDOM, "sentences drawn at random" + EQUAL, new PassageCuts(counter)::random),
                new PruningArm(
                        "headroom-lexical",
                        "as headroom, sentences scored by words alone",
                        builder -> builder.scorer(PassageScorer.lexical()),
                        true,
                        counter),
                new PruningArm(
                        "headroom-unretrieved",
                        "as headroom, without the retrieve tool",
                        builder -> builder.scorer(hybrid),
                        false,
                        counter),
                headroom());
    }

    /**
     * The arm that all others are compared with.
     *
     * @return all passages, as LangChain4j injects them
     */
    public RagArm baseline() {
        return plain(Arms.BASELINE, "all passages");
    }

    /**
     * The arm whose spending bounds the naive ones.
     *
     * @return the library with its defaults and the embedding model
     */
    public RagArm headroom() {
        return new PruningArm(
                Arms.HEADROOM, "reversible, the default", builder -> builder.scorer(hybrid), true, counter);
    }

    /**
     * Fewer passages.
     *
     * @return the naive arm that lowers the retriever's limit
     */
    public RagArm fewer() {
        return naive(
                "fewer-passages",
                "the retriever's first passages, the last one cut" + EQUAL,
                new PassageCuts(counter)::first);
    }

    /**
     * Fewer passages in a better order.
     *
     * @return the arm with LangChain4j's re-ranking aggregator
     */
    public RagArm reRanked() {
        return new NaiveRagArm(
                "re-ranked",
                "the first passages after LangChain4j's ReRankingContentAggregator by embeddings, the last one cut"
                        + EQUAL,
                ReRankingContentAggregator.builder().scoringModel(similarity).build(),
                new PassageCuts(counter)::first);
    }

    /**
     * What one would do without pruning, at equal tokens.
     *
     * @return the naive arms
     */
    public List<RagArm> naive() {
        return List.of(heads(), fewer(), reRanked());
    }

    /**
     * The pruner at another threshold, without the retrieve tool.
     *
     * @param share what a sentence must be worth beside the best one
     * @return an arm named "pruner"
     */
    public RagArm nearTheBest(double share) {
        return pruner("a sentence must be worth " + share + " of the best one", builder -> builder.nearTheBest(share));
    }

    /**
     * The pruner under a hard limit, without the retrieve tool.
     *
     * @param tokens what all passages may cost together
     * @return an arm named "pruner"
     */
    public RagArm maxTokens(int tokens) {
        return pruner("at most " + tokens + " tokens", builder -> builder.maxTokens(tokens));
    }

    private RagArm pruner(String about, UnaryOperator<PassagePruner.Builder> settings) {
        return new PruningArm(PRUNER, about, builder -> settings.apply(builder.scorer(hybrid)), false, counter);
    }

    private RagArm heads() {
        return naive("passage-heads", "the first words of each passage" + EQUAL, new PassageCuts(counter)::heads);
    }

    private static RagArm plain(String name, String about) {
        return naive(name, about, (contents, allowance) -> contents);
    }

    private static RagArm naive(String name, String about, PassageCuts.Cut cut) {
        return new NaiveRagArm(name, about, new DefaultContentAggregator(), cut);
    }
}
