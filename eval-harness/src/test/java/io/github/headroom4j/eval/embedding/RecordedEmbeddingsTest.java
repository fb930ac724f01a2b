package io.github.headroom4j.eval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.rag.EmbeddingScorer;
import io.github.headroom4j.rag.HybridScorer;
import io.github.headroom4j.rag.PassagePruner;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedEmbeddingsTest {

    private static final List<String> TEXTS = IntStream.range(0, 50)
            .mapToObj(i -> "sentence " + i + " says that " + (i * i) + " follows " + (i - 1))
            .toList();

    private final WordVectors model = new WordVectors();

    private final Path folder;

    RecordedEmbeddingsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_recording_answers_as_its_recorder_did() throws IOException {
        EmbeddingRecorder recorder = EmbeddingRecorder.over(file(), "words", model);
        List<Embedding> whileRecording = embed(recorder, TEXTS);
        recorder.write(file());

        RecordedEmbeddings recorded = read();

        assertThat(embed(recorded, TEXTS)).isEqualTo(whileRecording);
        assertThat(recorded.size()).isEqualTo(TEXTS.size());
        assertThat(recorded.dimension()).isEqualTo(model.dimension());
        assertThat(recorded.modelName()).isEqualTo("words");
    }

    @Test
    void recorded_vectors_point_where_the_models_do() throws IOException {
        record(TEXTS);

        List<Embedding> recorded = embed(read(), TEXTS);

        List<Embedding> original = embed(model, TEXTS);
        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(CosineSimilarity.between(recorded.get(i), original.get(i)))
                    .isGreaterThan(0.995);
            double squares = 0;
            for (float component : recorded.get(i).vector()) {
                squares += (double) component * component;
            }
            assertThat(squares).isBetween(0.9999, 1.0001);
        }
    }

    @Test
    void a_vector_without_direction_stays_one() {
        assertThat(VectorCode.decode(VectorCode.encode(new float[3]))).containsExactly(0, 0, 0);
    }

    @Test
    void white_space_makes_no_difference() throws IOException {
        record(List.of("one  sentence\n  on two lines"));

        assertThat(embed(read(), List.of("one sentence on two lines ")))
                .isEqualTo(embed(read(), List.of("one  sentence\n  on two lines")));
    }

    @Test
    void a_text_that_was_not_recorded_is_an_error_that_says_what_to_run() throws IOException {
        record(TEXTS);

        assertThatThrownBy(() -> embed(read(), List.of(TEXTS.get(0), "never seen")))
                .isInstanceOf(NotRecordedError.class)
                .hasMessageContainingAll(file().toString(), "\"never seen\"", "run: make it");
        assertThatThrownBy(() -> embed(read(), List.of("long ".repeat(100).strip())))
                .isInstanceOf(NotRecordedError.class)
                .hasMessageContaining("…\"")
                .hasMessageNotContaining("long ".repeat(60));
    }

    @Test
    void pruning_fails_with_the_recording_instead_of_showing_everything() throws IOException {
        record(TEXTS);
        PassagePruner pruner = PassagePruner.builder(
                        Headroom.builder().withoutTimeout().build())
                .scorer(new HybridScorer(EmbeddingScorer.of(read())))
                .build();
        List<String> passages = List.of("Nobody recorded this sentence about the harbour. ".repeat(40));

        assertThatThrownBy(() -> pruner.prune("Who recorded the harbour?", passages, "test"))
                .isInstanceOf(NotRecordedError.class);
    }

    @Test
    void an_earlier_recording_keeps_its_vectors_and_forgets_what_nobody_asks_for() throws IOException {
        record(List.of("kept", "forgotten"));
        int before = model.embedded().size();

        EmbeddingRecorder recorder = EmbeddingRecorder.over(file(), "words", model);
        embed(recorder, List.of("kept", "new", "kept", "new  "));
        recorder.write(file());

        assertThat(model.embedded().subList(before, model.embedded().size())).containsExactly("new");
        assertThat(recorder.embedded()).isEqualTo(1);
        assertThat(recorder.size()).isEqualTo(2);
        assertThatThrownBy(() -> embed(read(), List.of("forgotten"))).isInstanceOf(NotRecordedError.class);
    }

    @Test
    void a_recording_of_another_model_is_not_continued() throws IOException {
        record(TEXTS);

        assertThatThrownBy(() -> EmbeddingRecorder.over(file(), "others", model))
                .isInstanceOf(DatasetException.class)
                .hasMessageContainingAll(file().toString(), "is of words", "not of others", "delete it");
    }

    @Test
    void a_missing_or_broken_file_is_named_with_the_command() throws IOException {
        assertThatThrownBy(() -> read().dimension())
                .isInstanceOf(DatasetException.class)
                .hasMessageContainingAll(file().toString(), "run: make it");

        record(TEXTS);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> read().size())
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("ends within");

        Files.writeString(file(), "no recording at all");
        assertThatThrownBy(() -> embed(read(), TEXTS))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(file().toString());
    }

    @Test
    void a_file_that_says_it_unpacks_to_gigabytes_is_refused_before_it_does() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file()))) {
            out.write(RecordingFuzz.header(8_192, 1_000_000));
        }

        assertThatThrownBy(() -> read().size())
                .isInstanceOf(DatasetException.class)
                .hasMessageContainingAll(
                        file().toString(), "1000000 texts of dimension 8192", "at most 268435456 bytes");
    }

    private void record(List<String> texts) throws IOException {
        EmbeddingRecorder recorder = EmbeddingRecorder.over(file(), "words", model);
        embed(recorder, texts);
        recorder.write(file());
    }

    private RecordedEmbeddings read() {
        return RecordedEmbeddings.of(file(), "make it");
    }

    private Path file() {
        return folder.resolve("embeddings.bin.gz");
    }

    private static List<Embedding> embed(EmbeddingModel model, List<String> texts) {
        return model.embedAll(texts.stream().map(TextSegment::from).toList()).content();
    }
}
