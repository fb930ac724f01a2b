package io.github.headroom4j.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.tool.AiServiceTool;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.rag.PrunedPassages.Outcome;
import io.github.headroom4j.tool.HeadroomTools;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossEncoderScorerTest {

    /** Says what a rule says, and remembers what it was asked. */
    private static final class Scripted implements ScoringModel {

        final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
        final ToDoubleBiFunction<String, String> rule;

        Scripted(ToDoubleBiFunction<String, String> rule) {
            this.rule = rule;
        }

        @Override
        public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
            batches.add(segments.size());
            return Response.from(segments.stream()
                    .map(segment -> rule.applyAsDouble(query, segment.text()))
                    .toList());
        }
    }

    /** Knows what no word of the question says: logits, as cross-encoders give them. */
    private static double copies(String query, String text) {
        return text.contains("four hours") ? 6 : text.contains("copied") ? 2 : -9;
    }

    private static final String OUTAGE = "How much could we lose in the worst outage?";

    private static final List<String> SENTENCES =
            List.of("The last four hours may be lost.", "It is copied at night.", "The pilot boat is called Gull.");

    interface Assistant {
        Result<String> chat(String question);
    }

    @Test
    void should_show_a_model_in_a_real_session_what_the_scoring_model_finds() {
        Headroom headroom = Headroom.builder().withoutTimeout().build();
        ScriptedModel model = new ScriptedModel().answers("some");
        ContentRetriever retriever =
                query -> Guides.ALL.stream().map(Content::from).toList();
        Scripted scoring = new Scripted((query, text) -> text.contains("pilot boat") ? 4 : -8);
        PassagePruner pruner = PassagePruner.builder(headroom)
                .scorer(CrossEncoderScorer.of(scoring))
                .build();
        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(model)
                .retrievalAugmentor(HeadroomRetrievalAugmentor.of(pruner, retriever))
                .tools(List.<AiServiceTool>of(HeadroomTools.retrieve(headroom)))
                .build();

        Result<String> result = assistant.chat("Which vessel meets arriving ships?");

        assertThat(result.sources()).hasSize(Guides.ALL.size());
        assertThat(model.user().singleText()).contains("pilot boat").doesNotContain("default is 40 connections");
        assertThat(scoring.batches).hasSize(1);
    }

    @Test
    void should_bring_logits_and_probabilities_into_the_same_range() {
        Scripted logits = new Scripted(CrossEncoderScorerTest::copies);
        Scripted probabilities = new Scripted((query, text) -> 1 / (1 + Math.exp(-copies(query, text))));

        double[] scores = CrossEncoderScorer.of(logits).score(OUTAGE, SENTENCES);

        assertThat(scores).containsExactly(new double[] {0.9975, 0.8808, 0.0001}, within(1e-4));
        assertThat(CrossEncoderScorer.of(probabilities).score(OUTAGE, SENTENCES))
                .containsExactly(scores, within(1e-12));
    }

    @Test
    void should_not_take_rounded_probabilities_for_logits() {
        Scripted rounded = new Scripted((query, text) -> text.contains("four") ? 1.0000002 : -1e-7);

        assertThat(CrossEncoderScorer.of(rounded).score(OUTAGE, SENTENCES)).containsExactly(1, 0, 0);
    }

    @Test
    void should_scale_as_told_and_refuse_what_leaves_the_range() {
        Scripted cosines = new Scripted((query, text) -> text.contains("four") ? 0.8 : -0.6);
        CrossEncoderScorer scaled =
                CrossEncoderScorer.builder(cosines).scale(x -> (x + 1) / 2).build();
        CrossEncoderScorer wrong =
                CrossEncoderScorer.builder(cosines).scale(x -> x).build();

        assertThat(scaled.score(OUTAGE, SENTENCES)).containsExactly(new double[] {0.9, 0.2, 0.2}, within(1e-9));
        assertThatThrownBy(() -> wrong.score(OUTAGE, SENTENCES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-0.6");
    }

    @Test
    void should_believe_a_model_that_is_sure_that_nothing_is_near() {
        Scripted sure = new Scripted((query, text) -> -9);
        Scripted doubtful = new Scripted((query, text) -> text.contains("copied") ? -3 : -9);
        Headroom headroom = Headroom.builder().withoutTimeout().build();
        PassagePruner pruner = PassagePruner.builder(headroom)
                .scorer(CrossEncoderScorer.of(sure))
                .build();

        assertThat(CrossEncoderScorer.of(sure).score(OUTAGE, SENTENCES)).containsOnly(0);
        assertThat(CrossEncoderScorer.of(doubtful).score(OUTAGE, SENTENCES)[1]).isEqualTo(0.047, within(1e-3));
        assertThat(pruner.prune(OUTAGE, Guides.ALL, "a").outcome()).isEqualTo(Outcome.NOTHING_RELEVANT);
    }

    @Test
    void should_ask_once_for_each_pair_and_in_batches() {
        Scripted model = new Scripted(CrossEncoderScorerTest::copies);
        CrossEncoderScorer scorer = CrossEncoderScorer.builder(model).batch(2).build();
        List<String> texts = List.of("a b", "c d", "a b", "e f", "", " ");

        double[] first = scorer.score(OUTAGE, texts);
        double[] again = scorer.score(OUTAGE, texts);
        scorer.score("Another?", texts.subList(0, 1));

        assertThat(model.batches).containsExactly(2, 1, 1);
        assertThat(again).isEqualTo(first);
        assertThat(first[4]).isZero();
    }

    @Test
    void should_remember_only_so_many() {
        Scripted model = new Scripted(CrossEncoderScorerTest::copies);
        CrossEncoderScorer scorer =
                CrossEncoderScorer.builder(model).maxRemembered(2).build();

        scorer.score(OUTAGE, SENTENCES);
        scorer.score(OUTAGE, SENTENCES);

        assertThat(model.batches).containsExactly(3, 1);
    }

    @Test
    void should_score_only_so_many_those_nearest_by_words_first() {
        List<String> many = IntStream.range(0, 50)
                .mapToObj(i -> i == 37 ? "The pool has a default size." : "Sentence number " + i + ".")
                .toList();
        Scripted model = new Scripted((query, text) -> 0.5);
        CrossEncoderScorer scorer =
                CrossEncoderScorer.builder(model).maxPairs(5).build();

        double[] scores = scorer.score("What is the default of the pool?", many);

        assertThat(model.batches).containsExactly(5);
        assertThat(scores[37]).isEqualTo(0.5);
        assertThat(Arrays.stream(scores).filter(score -> score > 0)).hasSize(5);
    }

    @Test
    void should_be_half_of_a_hybrid() {
        PassageScorer hybrid = new HybridScorer(CrossEncoderScorer.of(new Scripted(CrossEncoderScorerTest::copies)));

        double[] scores = hybrid.score(OUTAGE, SENTENCES);

        assertThat(scores[0]).isGreaterThan(scores[1]);
        assertThat(scores[1]).isGreaterThan(0.5);
        assertThat(scores[2]).isLessThan(0.01);
    }

    @Test
    void should_ask_for_nothing_where_nothing_is_asked() {
        Scripted model = new Scripted(CrossEncoderScorerTest::copies);
        CrossEncoderScorer scorer = CrossEncoderScorer.of(model);

        assertThat(scorer.score(" ", SENTENCES)).containsOnly(0);
        assertThat(scorer.score(OUTAGE, List.of())).isEmpty();
        assertThat(model.batches).isEmpty();
    }

    @Test
    void should_name_what_a_model_gives_in_place_of_scores() {
        ScoringModel few = (segments, query) -> Response.from(List.of(0.5));
        ScoringModel none = (segments, query) -> Response.from(Arrays.asList(0.5, null, 0.1));

        assertThatThrownBy(() -> CrossEncoderScorer.of(few).score(OUTAGE, SENTENCES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the model gave 1 scores for 3 sentences");
        assertThatThrownBy(() -> CrossEncoderScorer.of(none).score(OUTAGE, SENTENCES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("null for sentence 1 of 3");
        assertThatThrownBy(() -> CrossEncoderScorer.of(new Scripted((query, text) -> Double.NaN))
                        .score(OUTAGE, SENTENCES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NaN for sentence 0 of 3");
    }

    @Test
    void should_leave_passages_as_they_are_when_the_model_fails() {
        ScoringModel down = (segments, query) -> {
            throw new IllegalArgumentException("no such host");
        };
        PassagePruner pruner = PassagePruner.builder(
                        Headroom.builder().withoutTimeout().build())
                .scorer(CrossEncoderScorer.of(down))
                .build();

        PrunedPassages pruned = pruner.prune(Guides.POOL_QUESTION, Guides.ALL, "a");

        assertThat(pruned.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(pruned.shown()).hasSize(Guides.ALL.size());
        assertThatThrownBy(() -> CrossEncoderScorer.of(down).score(OUTAGE, SENTENCES))
                .hasMessage("no such host");
    }

    @Test
    void should_give_all_threads_the_same() throws Exception {
        CrossEncoderScorer scorer = CrossEncoderScorer.builder(
                        new Scripted((query, text) -> text.hashCode() % 7 - query.hashCode() % 5))
                .batch(7)
                .maxRemembered(50)
                .build();
        List<String> many = IntStream.range(0, 90).mapToObj(i -> "Text " + i).toList();
        List<double[]> expected = IntStream.range(0, 4)
                .mapToObj(i -> scorer.score("Question " + i, many))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<double[]>> calls = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<double[]>) () -> scorer.score("Question " + i % 4, many))
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
    void should_name_what_is_wrong_with_an_argument() {
        CrossEncoderScorer.Builder builder = CrossEncoderScorer.builder(new Scripted(CrossEncoderScorerTest::copies));

        assertThatThrownBy(() -> builder.batch(0)).hasMessage("newBatch must be positive, but was 0");
        assertThatThrownBy(() -> builder.maxPairs(-1)).hasMessageContaining("newMaxPairs");
        assertThatThrownBy(() -> builder.maxRemembered(0)).hasMessageContaining("newMaxRemembered");
        assertThatThrownBy(() -> builder.leastScore(Double.NaN)).hasMessageContaining("NaN");
    }
}
