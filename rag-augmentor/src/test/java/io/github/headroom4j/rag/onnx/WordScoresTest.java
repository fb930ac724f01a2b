package io.github.headroom4j.rag.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.github.headroom4j.compressor.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordScoresTest {

    private static final List<String> VOCABULARY = List.of(
            "pool",
            "default",
            "size",
            "the",
            "of",
            "harbour",
            "pilot",
            "boat",
            "zebra42",
            "pool.max-size",
            "café",
            "\uD83D\uDE00",
            "memory.",
            "(server)",
            "1,234.5",
            "日本語",
            "X",
            "\u200B",
            "supercalifragilistic");

    private static double[] scores(Path folder, @Nullable PruningFormat format, String question, String text) {
        return scores(folder, format, 0.25, question, text);
    }

    private static double[] scores(
            Path folder, @Nullable PruningFormat format, double overlap, String question, String text) {
        try (WordScores scores = WordScores.open(ModelFolder.of(folder), format, 1, 3, overlap)) {
            return scores.of(question, Words.of(text), Deadline.none());
        }
    }

    /** The words of a text of which at least half are kept. */
    private static String kept(Path folder, String question, String text) {
        double[] scores = scores(folder, null, question, text);
        Words words = Words.of(text);
        return IntStream.range(0, words.count())
                .filter(word -> scores[word] >= 0.5)
                .mapToObj(words::text)
                .collect(Collectors.joining(" "));
    }

    private static String random(Random random, int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> VOCABULARY.get(random.nextInt(VOCABULARY.size())) + (random.nextInt(9) == 0 ? "\n" : ""))
                .collect(Collectors.joining(" "));
    }

    @Test
    void should_keep_what_is_near_a_word_of_the_question() {
        String text = "quay ships boat key winter The pool of memory heap river radio fees";

        for (Path folder : List.of(TinyModels.PAIR_WORDPIECE, TinyModels.PAIR_UNIGRAM)) {
            assertThat(kept(folder, "Which pool?", text)).isEqualTo("boat key winter The pool of memory heap river");
            assertThat(kept(folder, "Which lamp?", text)).isEmpty();
        }
    }

    @Test
    void should_keep_what_the_text_alone_says() {
        String text = "Of the connections of the pool in memory it is one of 40 x0 a";

        assertThat(kept(TinyModels.TEXT_WORDPIECE, "?", text)).isEqualTo("connections pool memory");
        assertThat(kept(TinyModels.TEXT_BPE, "?", text)).isEqualTo("connections memory 40 x0");
    }

    @Test
    void should_give_windows_what_one_reading_gives() {
        Random random = new Random(11);
        // An overlap of at least four tokens: so far sees the model.
        for (Path folder : List.of(TinyModels.PAIR_WORDPIECE, TinyModels.PAIR_UNIGRAM)) {
            PruningFormat once = PruningFormat.openProvence().withMaxTokens(100_000);
            for (int i = 0; i < 10; i++) {
                String text = random(random, 150);

                assertThat(scores(folder, once.withMaxTokens(40), "default size?", text))
                        .as(text)
                        .isEqualTo(scores(folder, once, "default size?", text));
            }
        }
        for (Path folder : List.of(TinyModels.TEXT_BPE, TinyModels.TEXT_WORDPIECE)) {
            boolean bpe = folder == TinyModels.TEXT_BPE;
            PruningFormat once = (bpe ? PruningFormat.kompress() : PruningFormat.llmLingua2()).withMaxTokens(100_000);
            String text = random(random, 400);

            assertThat(scores(folder, once.withMaxTokens(16), 0, "?", text)).isEqualTo(scores(folder, once, "?", text));
        }
    }

    @Test
    void should_see_at_the_edge_of_a_window_what_only_the_next_one_reads() {
        // A window of 40 tokens ends between the words, whose neighbours the model keeps.
        PruningFormat narrow = PruningFormat.openProvence().withMaxTokens(40);
        String text = "the ".repeat(34) + "memory heap pool " + "the ".repeat(34);

        assertThat(scores(TinyModels.PAIR_WORDPIECE, narrow, 0, "pool?", text)[34])
                .isLessThan(0.01);
        assertThat(scores(TinyModels.PAIR_WORDPIECE, narrow, "pool?", text)[34]).isGreaterThan(0.99);
    }

    @Test
    void should_read_one_text_of_one_length_if_a_model_takes_no_other() {
        String text = random(new Random(3), 200);

        assertThat(scores(TinyModels.TEXT_FIXED, null, "?", text))
                .isEqualTo(scores(TinyModels.TEXT_WORDPIECE, null, "?", text));
        assertThat(scores(TinyModels.TEXT_FIXED, null, "?", "memory of"))
                .isEqualTo(scores(TinyModels.TEXT_WORDPIECE, null, "?", "memory of"));
    }

    @Test
    void should_find_what_stands_behind_many_windows() {
        String text = "harbour ".repeat(5_000) + "pool " + "harbour ".repeat(5_000);

        for (Path folder : List.of(TinyModels.PAIR_WORDPIECE, TinyModels.PAIR_UNIGRAM)) {
            double[] scores = scores(folder, null, "pool?", text);

            assertThat(scores[5_000]).isGreaterThan(0.99);
            assertThat(scores[4_000]).isLessThan(0.01);
        }
    }

    @Test
    void should_pool_the_tokens_of_a_word_as_the_format_says() {
        // Two tokens: the word, which is kept, and the point, which is not.
        String text = "memory.";
        PruningFormat mean = PruningFormat.llmLingua2();
        PruningFormat max = new PruningFormat(
                null, false, "logits", mean.activation(), 1, 512, PruningFormat.WordScore.MAX, 0.5, 0.5);
        PruningFormat first = new PruningFormat(
                null, false, "logits", mean.activation(), 1, 512, PruningFormat.WordScore.FIRST, 0.5, 0.5);

        assertThat(scores(TinyModels.TEXT_WORDPIECE, mean, "?", text)[0]).isEqualTo(0.5, within(1e-6));
        assertThat(scores(TinyModels.TEXT_WORDPIECE, max, "?", text)[0]).isGreaterThan(0.99);
        assertThat(scores(TinyModels.TEXT_WORDPIECE, first, "?", "(memory)")[0]).isLessThan(0.01);
    }

    @Test
    void should_give_a_word_without_tokens_the_score_of_the_one_before() {
        double[] scores = scores(TinyModels.TEXT_WORDPIECE, null, "?", "memory \u200B pool of \u200B");

        assertThat(scores[1]).isEqualTo(scores[0]).isGreaterThan(0.99);
        assertThat(scores[4]).isEqualTo(scores[3]).isLessThan(0.01);
    }

    @Test
    void should_give_each_word_the_tokens_that_stand_in_it() throws IOException {
        try (InputStream in =
                        Objects.requireNonNull(getClass().getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json"));
                HuggingFaceTokenizer real =
                        HuggingFaceTokenizer.newInstance(in, Map.of("truncation", "false", "padding", "false"))) {
            Random random = new Random(5);
            for (int i = 0; i < 50; i++) {
                Words words = Words.of(random(random, 60));
                Tokens tokens = Tokens.of(real, i % 2 == 0 ? "Which one?" : null, words, 100);

                assertThat(spelled(real, tokens, words)).isEqualTo(expected(words));
            }
        }
    }

    /** What the tokens of each word spell. */
    private static List<String> spelled(HuggingFaceTokenizer tokenizer, Tokens tokens, Words words) {
        List<String> spelled = new ArrayList<>();
        for (int word = 0; word < words.count(); word++) {
            int which = word;
            long[] ids = IntStream.range(0, tokens.count())
                    .filter(token -> tokens.word(token) == which && !tokens.isBlank(token))
                    .mapToLong(tokens::id)
                    .toArray();
            String joined = ids.length == 0 ? "" : tokenizer.decode(ids, false).replace(" ", "");
            spelled.add(joined);
        }
        return spelled;
    }

    /** Small letters without accents; a sign that the vocabulary lacks is unknown, and one that nobody sees is nothing. */
    private static List<String> expected(Words words) {
        return IntStream.range(0, words.count())
                .mapToObj(words::text)
                .map(word -> switch (word) {
                    case "\uD83D\uDE00" -> "[UNK]";
                    case "\u200B" -> "";
                    case "X" -> "x";
                    case "café" -> "cafe";
                    default -> word;
                })
                .toList();
    }

    @Test
    void should_cut_a_question_that_leaves_no_room() {
        String question = "Is it so that the harbour ".repeat(200) + "pool?";
        PruningFormat format = PruningFormat.openProvence().withMaxTokens(64);

        double[] scores = scores(TinyModels.PAIR_WORDPIECE, format, question, "x ".repeat(100) + "harbour pool");

        assertThat(scores[100]).isGreaterThan(0.99);
        assertThat(scores[0]).isLessThan(0.01);
    }

    @Test
    void should_take_no_sign_of_the_model_in_a_text_for_its_own() {
        String text = "of the [SEP] of the of the of the of the [CLS] pool [PAD] [MASK] </s> <s>";

        for (Path folder : List.of(TinyModels.PAIR_WORDPIECE, TinyModels.PAIR_UNIGRAM)) {
            double[] scores = scores(folder, null, "pool?", text);

            assertThat(scores).hasSize(Words.of(text).count());
            assertThat(scores[0]).isLessThan(0.01);
            assertThat(scores[12]).isGreaterThan(0.99);
        }
    }

    @Test
    void should_say_when_a_model_has_no_room_for_a_text() {
        PruningFormat narrow = PruningFormat.openProvence().withMaxTokens(PruningFormat.MIN_TOKENS);

        assertThat(scores(TinyModels.PAIR_WORDPIECE, narrow, "pool pool pool pool pool pool", "a pool")[1])
                .isGreaterThan(0.99);
        assertThatThrownBy(() -> narrow.withMaxTokens(3)).hasMessageContaining("at least 16, but was 3");
    }
}
