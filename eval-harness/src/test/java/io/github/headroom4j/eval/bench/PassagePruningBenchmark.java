package io.github.headroom4j.eval.bench;

import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.rag.HybridScorer;
import io.github.headroom4j.rag.PassagePruner;
import io.github.headroom4j.rag.PrunedPassages;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it takes to prune passages of about 300 tokens, the nearest by BM25 to a question about them, in one thread that waits for
 * it; a model may use more. With texts that are "new", no count and no embedding is remembered from an earlier call: there are
 * {@value #BATCHES} sets of passages in turn, the cache of counts holds two, and scorers are new. With "seen" ones, the passages are always the same, as when
 * users ask about one thing, and only the question is new.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-Dfile.encoding=UTF-8"})
public class PassagePruningBenchmark {

    static final int BATCHES = 8;

    private static final List<String> QUESTIONS = List.of(
            "How can entries of a cache expire after they were written?",
            "What happens when a listener is added to a future that is done?",
            "Is the iterator of a multiset consistent with its count?",
            "How does a bloom filter grow when more elements are put into it than expected?",
            "Which hash function should be used for untrusted input?",
            "What does a rate limiter do after a period of being unused?",
            "What does a consumer do when it leaves its group?",
            "How is a polynomial fitted to observed points?");

    /** A question and the passages that were found for it. */
    record Batch(String question, List<String> passages) {}

    /** How many passages. */
    @Param({"5", "20", "100"})
    public int passages = 20;

    /** Who scores. */
    @Param({"lexical", "hybrid"})
    public String scorer = "lexical";

    /** Whether texts are met for the first time. */
    @Param({"new", "seen"})
    public String texts = "new";

    private List<Batch> batches = List.of();
    private PassagePruner pruner =
            PassagePruner.builder(Headroom.builder().withoutTimeout().build()).build();
    private int calls;

    /** Reads the texts and builds the pruner. */
    @Setup(Level.Trial)
    public void prepare() {
        boolean lexical = scorer.equals("lexical");
        prepare(JavadocPassages.read(), lexical ? PassageScorer.lexical() : remembering(HybridScorer::bundled));
    }

    /** If texts are new, each call has a scorer that remembers nothing; the bundled model itself is loaded once. */
    PassageScorer remembering(Supplier<PassageScorer> fresh) {
        return isNew() ? (query, sentences) -> fresh.get().score(query, sentences) : fresh.get();
    }

    /** Builds the pruner over given texts. */
    void prepare(List<String> corpus, PassageScorer given) {
        batches = batches(corpus, passages);
        int chars = batches.get(0).passages().stream().mapToInt(String::length).sum();
        TokenCounter counter = TokenCounter.o200k().cached(2 * chars);
        Headroom headroom = isNew()
                ? Headroom.builder().tokenCounter(counter).withoutTimeout().build()
                : Headroom.builder().withoutTimeout().build();
        pruner = PassagePruner.builder(headroom).scorer(given).build();
    }

    private boolean isNew() {
        return texts.equals("new");
    }

    /** Of each eighth of the corpus the passages that are nearest to a question of its own, so that no two sets share one. */
    static List<Batch> batches(List<String> corpus, int size) {
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < BATCHES; i++) {
            int first = i;
            List<String> some = IntStream.range(0, corpus.size())
                    .filter(at -> at % BATCHES == first)
                    .mapToObj(corpus::get)
                    .toList();
            double[] near = QueryRelevance.to(QUESTIONS.get(i)).score(some);
            List<String> nearest = IntStream.range(0, near.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer at) -> -near[at]))
                    .limit(size)
                    .map(some::get)
                    .toList();
            batches.add(new Batch(QUESTIONS.get(i), nearest));
        }
        return batches;
    }

    /**
     * One call.
     *
     * @return what is left
     */
    @Benchmark
    public PrunedPassages prune() {
        calls++;
        Batch batch = batches.get(isNew() ? calls % BATCHES : 0);
        // Else the question's embedding would be remembered.
        String question = isNew() ? batch.question() : batch.question() + " (" + calls + ")";
        return pruner.prune(question, batch.passages(), "bench");
    }
}
