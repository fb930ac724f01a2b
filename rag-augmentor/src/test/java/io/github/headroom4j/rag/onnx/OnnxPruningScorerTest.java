package io.github.headroom4j.rag.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.DeadlineExceededException;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.rag.HybridScorer;
import io.github.headroom4j.rag.PassagePruner;
import io.github.headroom4j.rag.PrunedPassages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnnxPruningScorerTest {

    private static final String FACT = "The pool has a default size of 40 connections.";

    private final List<OnnxPruningScorer> open = new ArrayList<>();

    private OnnxPruningScorer pair(UnaryOperator<OnnxPruningScorer.Builder> change) {
        OnnxPruningScorer scorer = change.apply(
                        OnnxPruningScorer.builder(TinyModels.PAIR_WORDPIECE).threads(1))
                .build();
        open.add(scorer);
        return scorer;
    }

    private OnnxPruningScorer pair() {
        return pair(builder -> builder);
    }

    private OnnxPruningScorer text() {
        OnnxPruningScorer scorer = OnnxPruningScorer.load(TinyModels.TEXT_WORDPIECE);
        open.add(scorer);
        return scorer;
    }

    @AfterEach
    void close() {
        open.forEach(OnnxPruningScorer::close);
    }

    private static List<String> with(String fact, int before, int after) {
        List<String> sentences = new ArrayList<>(TinyModels.filler(before));
        sentences.add(fact);
        sentences.addAll(TinyModels.filler(after));
        return sentences;
    }

    private static int best(double[] scores) {
        return IntStream.range(0, scores.length)
                .reduce((a, b) -> scores[b] > scores[a] ? b : a)
                .orElse(-1);
    }

    @Test
    void should_score_the_sentence_that_the_question_needs() {
        double[] scores = pair().score(TinyModels.QUESTION, with(FACT, 3, 3));

        assertThat(best(scores)).isEqualTo(3);
        assertThat(scores[3]).isGreaterThan(0.9);
        assertThat(scores[0]).isLessThan(0.1);
        assertThat(scores[6]).isLessThan(0.2);
    }

    @Test
    void should_find_a_fact_behind_the_length_of_the_model() {
        double[] scores = pair().score(TinyModels.QUESTION, with(FACT, 400, 400));

        assertThat(best(scores)).isEqualTo(400);
        assertThat(scores[400]).isGreaterThan(0.9);
        // The end of the sentence before it is near enough for the model to keep that, too.
        assertThat(IntStream.range(0, scores.length).filter(i -> scores[i] > 0.5))
                .containsExactly(399, 400);
    }

    @Test
    void should_find_nothing_near_if_no_sentence_reaches_the_threshold() {
        assertThat(pair().score("Where is the lighthouse?", with(FACT, 5, 5))).containsOnly(0);
        // Numbers and names of a text alone do not make it near.
        assertThat(pair().score("Where is the lighthouse?", List.of("In 1984 NASA had 17 of_these.", "No.")))
                .containsOnly(0);
    }

    @Test
    void should_part_what_reaches_the_threshold_from_what_does_not() {
        List<String> sentences = List.of(
                "Of the harbour and the river and the quay.",
                "Near the pool of the boat lie the ships of"
                        + " the pilot and the keeper of the lighthouse and the river and the lamp of the company.",
                FACT);

        double[] low = pair(builder -> builder.format(format(0.1))).score("Which pool?", sentences);
        double[] high = pair(builder -> builder.format(format(0.4))).score("Which pool?", sentences);

        assertThat(low[1]).isBetween(0.8, 0.9);
        assertThat(high[1]).isBetween(0.3, 0.5);
        assertThat(low[0]).isLessThan(0.3);
        assertThat(pair(builder -> builder.format(format(1))).score("Which pool?", sentences))
                .containsOnly(0);
        assertThat(pair(builder -> builder.format(format(0))).score("Which lamp?", List.of("memory", "pool")))
                .containsExactly(new double[] {0.8, 0.8}, within(1e-3));
    }

    private static PruningFormat format(double threshold) {
        return PruningFormat.openProvence().withThreshold(threshold);
    }

    @Test
    void should_never_give_what_is_vital_less_than_the_threshold() {
        List<String> sentences = List.of("in the of", "42 x_y-z NASA not", "of at in the");

        assertThat(text().score("?", sentences)[0]).isLessThan(0.01);
        assertThat(text().score("?", sentences)[1]).isEqualTo(0.5);
        assertThat(text().score("Where are xylophones?", List.of("a xylophone"))[0])
                .isEqualTo(0.5);
    }

    @Test
    void should_read_a_title_that_neighbours_have_once() {
        List<String> titled = List.of(
                "Connection pool: " + FACT,
                "Connection pool: The pilot boat is called Gull.",
                "Connection pool: The harbour office opens at seven and the river is closed in winter.",
                "Harbour: It was closed in spring.");
        double[] scores = pair().score("Which connection?", titled);

        // Only the first sentence stands near the title, and has the word itself.
        assertThat(best(scores)).isZero();
        assertThat(scores[2]).isLessThan(0.05);
        assertThat(Joined.of(titled).words().text())
                .isEqualTo("\nConnection pool: " + FACT + " The pilot boat is called Gull. The harbour office opens at "
                        + "seven and the river is closed in winter. Harbour: It was closed in spring. ");
    }

    @Test
    void should_read_only_the_nearest_by_words_of_a_text_that_is_too_long() {
        List<String> sentences = List.of("The pool is closed.", "A pool of memory.", FACT, "The pool of the harbour.");

        double[] scores = pair(builder -> builder.maxChars(50)).score(TinyModels.QUESTION, sentences);

        assertThat(scores[2]).isGreaterThan(0.9);
        assertThat(Arrays.stream(scores).filter(score -> score > 0)).hasSize(1);
        assertThat(pair(builder -> builder.maxChars(10)).score(TinyModels.QUESTION, sentences))
                .containsOnly(0);
    }

    @Test
    void should_give_up_when_time_is_over_and_leave_passages_as_they_are() {
        AtomicLong seconds = new AtomicLong();
        OnnxPruningScorer slow = pair(builder -> builder.batch(1)
                .timeout(Duration.ofSeconds(5))
                .nanoClock(() -> Duration.ofSeconds(seconds.incrementAndGet()).toNanos()));
        PassagePruner pruner = PassagePruner.builder(
                        Headroom.builder().withoutTimeout().build())
                .scorer(slow)
                .build();
        List<String> passages = with(FACT, 800, 0);

        assertThat(slow.score(TinyModels.QUESTION, passages.subList(780, 801))).hasSize(21);
        assertThatThrownBy(() -> slow.score(TinyModels.QUESTION, passages))
                .isInstanceOf(DeadlineExceededException.class);
        PrunedPassages pruned = pruner.prune(TinyModels.QUESTION, passages, "a");
        assertThat(pruned.outcome()).isEqualTo(PrunedPassages.Outcome.FAILED);
        assertThat(pruned.shown()).hasSize(801);
    }

    @Test
    void should_show_what_a_pruner_needs() {
        List<String> passages = List.of(
                String.join(" ", TinyModels.filler(30)),
                "The harbour is old. " + FACT + " It was closed in spring.",
                String.join(" ", TinyModels.filler(30)));
        PassagePruner pruner = PassagePruner.builder(
                        Headroom.builder().withoutTimeout().build())
                .scorer(pair())
                .build();
        PassagePruner hybrid = PassagePruner.builder(
                        Headroom.builder().withoutTimeout().build())
                .scorer(new HybridScorer(pair()))
                .build();

        assertThat(pruner.prune(TinyModels.QUESTION, passages, "a").text())
                .contains(FACT)
                .doesNotContain("opens at seven");
        assertThat(hybrid.prune(TinyModels.QUESTION, passages, "a").text())
                .contains(FACT)
                .doesNotContain("opens at seven");
        assertThat(pruner.prune("Where is the lighthouse?", passages, "a").outcome())
                .isEqualTo(PrunedPassages.Outcome.NOTHING_RELEVANT);
    }

    @Test
    void should_let_a_model_that_does_not_know_the_question_be_half_of_a_hybrid() {
        List<String> sentences = List.of("It is in the of.", "Memory metrics of connections.", FACT);

        double[] alone = text().score("What is the default size?", sentences);
        double[] hybrid = new HybridScorer(text()).score("What is the default size?", sentences);

        assertThat(alone[1]).isGreaterThan(0.9);
        assertThat(best(hybrid)).isEqualTo(2);
    }

    @Test
    void should_give_all_threads_the_same() throws Exception {
        OnnxPruningScorer scorer = pair(builder -> builder.threads(2));
        List<String> questions = List.of(TinyModels.QUESTION, "Who is called Gull?", "Which office opens?", "And why?");
        List<String> sentences = with(FACT, 150, 150);
        List<double[]> expected = questions.stream()
                .map(question -> scorer.score(question, sentences))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<double[]>> calls = IntStream.range(0, 32)
                    .mapToObj(i -> (Callable<double[]>) () -> scorer.score(questions.get(i % 4), sentences))
                    .toList();
            List<Future<double[]>> results = pool.invokeAll(calls);

            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(expected.get(i % 4));
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void should_answer_for_every_text() {
        PassageScorer scorer = pair();

        assertThat(scorer.score(" ", with(FACT, 1, 1))).containsExactly(0, 0, 0);
        assertThat(scorer.score(TinyModels.QUESTION, List.of())).isEmpty();
        assertThat(scorer.score(TinyModels.QUESTION, List.of("", " \n", "\u200B", "\uD83D", "pool")))
                .startsWith(0, 0)
                .hasSize(5);
        assertThat(scorer.score("pool", List.of("a: ", "a: ", "a: b", ": ", ": ", "pool", "pool")))
                .hasSize(7);
        assertThat(scorer.score("\uD83D\uDE00 pool", List.of("x".repeat(30_000), "pool"))[1])
                .isGreaterThan(0.9);
    }

    @Test
    void should_fail_after_it_was_closed() {
        OnnxPruningScorer scorer = pair();
        scorer.close();
        scorer.close();

        assertThatThrownBy(() -> scorer.score(TinyModels.QUESTION, List.of(FACT)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the scorer is closed");
    }

    @Test
    void should_name_what_is_wrong_with_an_argument() {
        OnnxPruningScorer.Builder builder = OnnxPruningScorer.builder(TinyModels.PAIR_WORDPIECE);

        assertThatThrownBy(() -> builder.threads(0)).hasMessage("newThreads must be positive, but was 0");
        assertThatThrownBy(() -> builder.batch(-1)).hasMessageContaining("windows");
        assertThatThrownBy(() -> builder.maxChars(0)).hasMessageContaining("chars");
        assertThatThrownBy(() -> builder.overlap(0.9)).hasMessageContaining("0.9");
        assertThatThrownBy(() -> builder.timeout(Duration.ZERO)).hasMessageContaining("PT0S");
    }
}
