package io.github.headroom4j.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.rag.PrunedPassages.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddingScorerTest {

    static final EmbeddingModel MODEL = new AllMiniLmL6V2QuantizedEmbeddingModel();

    /** Real embeddings, and what was asked for. */
    private static final class Counted implements EmbeddingModel {

        final List<Integer> batches = new ArrayList<>();

        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            batches.add(segments.size());
            return MODEL.embedAll(segments);
        }
    }

    private static final List<String> SENTENCES = List.of(
            "Copies of the data are written at night.",
            "The harbour opens at seven.",
            "The pilot boat is called Gull.");

    private final Counted model = new Counted();

    @Test
    void should_find_what_is_said_in_other_words() {
        String question = "When are backups made?";

        double[] scores = EmbeddingScorer.of(model).score(question, SENTENCES);

        assertThat(PassageScorer.lexical().score(question, SENTENCES)).containsOnly(0);
        assertThat(scores[0]).isEqualTo(1);
        assertThat(scores[1]).isBetween(0.0, 0.9);
        assertThat(new HybridScorer(EmbeddingScorer.of(model)).score(question, SENTENCES)[0])
                .isEqualTo(0.75);
    }

    @Test
    void should_embed_each_text_once_and_in_batches() {
        EmbeddingScorer scorer = EmbeddingScorer.builder(model).batch(3).build();

        double[] first = scorer.score("When?", List.of("a b", "c d", "a b", "e f", "", " "));
        double[] again = scorer.score("When?", List.of("a b", "c d", "a b", "e f", "", " "));

        assertThat(model.batches).containsExactly(3, 1);
        assertThat(again).isEqualTo(first);
        assertThat(first[0]).isEqualTo(first[2]);
        assertThat(first[4]).isZero();
    }

    @Test
    void should_remember_only_so_many() {
        EmbeddingScorer scorer = EmbeddingScorer.builder(model).maxRemembered(2).build();

        scorer.score("When?", SENTENCES);
        scorer.score("When?", SENTENCES);

        assertThat(model.batches).containsExactly(4, 2);
    }

    @Test
    void should_embed_only_so_many_those_nearest_by_words_first() {
        List<String> many = IntStream.range(0, 50)
                .mapToObj(i -> i == 37 ? "The pool has a default size." : "Sentence number " + i + ".")
                .toList();
        EmbeddingScorer scorer = EmbeddingScorer.builder(model).maxTexts(5).build();

        double[] scores = scorer.score("What is the default of the pool?", many);

        assertThat(model.batches).containsExactly(6);
        assertThat(scores[37]).isEqualTo(1);
    }

    @Test
    void should_embed_only_so_many_characters_those_around_the_words_of_the_question_first() {
        List<String> many = IntStream.range(0, 50)
                .mapToObj(i -> i == 37 ? "The pool has a default size." : "Sentence number " + i + " is filler.")
                .toList();
        EmbeddingScorer scorer = EmbeddingScorer.builder(model).maxChars(130).build();

        double[] scores = scorer.score("What is the default of the pool?", many);

        assertThat(model.batches).containsExactly(5);
        assertThat(scores[37]).isEqualTo(1);
        assertThat(IntStream.range(0, 50).filter(i -> scores[i] > 0)).allMatch(i -> Math.abs(i - 37) <= 2);
    }

    @Test
    void should_embed_the_beginning_of_what_is_no_sentence() {
        String table = "cell ".repeat(100_000) + "\ud83d\ude00";

        double[] scores =
                EmbeddingScorer.of(model).score("Which cells?", List.of(table, "The harbour opens at seven."));

        assertThat(scores).containsExactly(1, 0);
    }

    @Test
    void should_find_nothing_near_when_all_is_unlike() {
        EmbeddingScorer scorer = EmbeddingScorer.of(model);
        PassagePruner pruner = PassagePruner.builder(
                        Headroom.builder().withoutTimeout().build())
                .scorer(new HybridScorer(
                        EmbeddingScorer.builder(model).leastSimilarity(0.3).build()))
                .build();

        assertThat(scorer.score("xyzzy quux", List.of())).isEmpty();
        assertThat(scorer.score(" ", SENTENCES)).containsOnly(0);
        assertThat(pruner.prune("Wer gewann 1974 das Finale?", Guides.ALL, "a").outcome())
                .isEqualTo(Outcome.NOTHING_RELEVANT);
        assertThat(pruner.prune(Guides.POOL_QUESTION, Guides.ALL, "a").text()).contains("default is 40 connections");
    }

    @Test
    void should_name_what_is_wrong_with_an_argument() {
        EmbeddingScorer.Builder builder = EmbeddingScorer.builder(model);
        assertThatThrownBy(() -> builder.batch(0)).hasMessageContaining("newBatch");
        assertThatThrownBy(() -> builder.maxTexts(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> builder.maxChars(0)).hasMessageContaining("newMaxChars");
        assertThatThrownBy(() -> builder.maxRemembered(0)).hasMessageContaining("newMaxRemembered");
        assertThatThrownBy(() -> builder.leastSimilarity(2)).hasMessageContaining("2.0");
    }

    @Test
    void should_not_take_too_few_embeddings_for_all() {
        EmbeddingModel broken = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                return Response.from(List.of());
            }
        };

        assertThatThrownBy(() -> EmbeddingScorer.of(broken).score("When?", SENTENCES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0 embeddings for 4");
    }
}
