package io.github.headroom4j.rag.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.rag.onnx.PruningFormat.Activation;
import io.github.headroom4j.rag.onnx.PruningFormat.WordScore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets who points at the wrong thing, and at the right one. */
class ModelFilesTest {

    private final Path folder;

    ModelFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path copy(Path model, String modelName) throws IOException {
        Path to = Files.createDirectories(folder.resolve(modelName).getParent());
        Files.copy(model.resolve("model.onnx"), folder.resolve(modelName));
        Files.copy(model.resolve("tokenizer.json"), folder.resolve("tokenizer.json"));
        return to;
    }

    private Path settings(String json) throws IOException {
        return Files.writeString(folder.resolve("pruning.json"), json);
    }

    private static void finds(OnnxPruningScorer.Builder builder) {
        try (OnnxPruningScorer scorer = builder.threads(1).build()) {
            assertThat(scorer.score("pool?", List.of("A pool.", "The harbour office opens at seven in spring."))[0])
                    .isGreaterThan(0.9);
        }
    }

    private static AbstractThrowableAssert<?, ?> fails(OnnxPruningScorer.Builder builder) {
        return assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void should_load_what_lies_where_it_usually_does() throws IOException {
        copy(TinyModels.PAIR_WORDPIECE, "onnx/model.onnx");

        finds(OnnxPruningScorer.builder(folder));
    }

    @Test
    void should_read_what_a_file_says_of_a_model() throws IOException {
        copy(TinyModels.PAIR_WORDPIECE, "onnx/other.onnx");
        settings(
                "{\"like\": \"open-provence\", \"model\": \"onnx/other.onnx\", \"maxTokens\": 40, \"threshold\": 0.05}");

        finds(OnnxPruningScorer.builder(folder));
        assertThat(SettingsFile.read(folder.resolve("pruning.json")))
                .isEqualTo(new PruningFormat(
                        "onnx/other.onnx", true, "pruning_logits", Activation.SOFTMAX, 1, 40, WordScore.MEAN, 1, 0.05));
        settings("{\"like\": \"kompress\", \"output\": \"o\", \"activation\": \"sigmoid\", \"keepLabel\": 3,"
                + "\"wordScore\": \"first\", \"topShare\": 0.25, \"readsQuestion\": true}");
        assertThat(SettingsFile.read(folder.resolve("pruning.json")))
                .isEqualTo(new PruningFormat(null, true, "o", Activation.SIGMOID, 3, 512, WordScore.FIRST, 0.25, 0.5));
    }

    @Test
    void should_say_what_is_wrong_in_that_file() throws IOException {
        Path file = settings("{\"like\": \"openprovence\"}");
        assertThatThrownBy(() -> SettingsFile.read(file))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("like is \"openprovence\"")
                .hasMessageContaining("kompress, llmlingua-2, open-provence, provence");
        settings("{}");
        assertThatThrownBy(() -> SettingsFile.read(file)).hasMessageContaining("like is missing");
        settings("{\"like\": \"kompress\", \"treshold\": 1}");
        assertThatThrownBy(() -> SettingsFile.read(file))
                .hasMessageContaining("treshold is 1")
                .hasMessageContaining("topShare");
        settings("{\"like\": \"kompress\", \"threshold\": 7}");
        assertThatThrownBy(() -> SettingsFile.read(file))
                .hasMessageContaining("threshold must be in [0, 1], but was 7.0");
        settings("{\"like\": \"kompress\", \"maxTokens\": \"512\"}");
        assertThatThrownBy(() -> SettingsFile.read(file))
                .hasMessageContaining("maxTokens is \"512\"")
                .hasMessageContaining("a number");
        settings("{\"like\": \"kompress\", \"readsQuestion\": 1}");
        assertThatThrownBy(() -> SettingsFile.read(file)).hasMessageContaining("true or false");
        settings("{\"like\": \"kompress\", \"output\": 1}");
        assertThatThrownBy(() -> SettingsFile.read(file)).hasMessageContaining("output is 1");
        settings("{\"like\": \"kompress\", \"activation\": \"relu\"}");
        assertThatThrownBy(() -> SettingsFile.read(file)).hasMessageContaining("[softmax, sigmoid, none]");
        settings("{\"like\": ");
        assertThatThrownBy(() -> SettingsFile.read(file)).hasMessageContaining("can not be read as JSON");
    }

    @Test
    void should_say_which_file_is_missing() throws IOException {
        fails(OnnxPruningScorer.builder(folder.resolve("nowhere")))
                .hasMessageContaining("no folder " + folder.resolve("nowhere").toAbsolutePath());
        fails(OnnxPruningScorer.builder(folder))
                .hasMessageContaining("tokenizer.json")
                .hasMessageContaining("expected");
        Files.copy(TinyModels.TEXT_BPE.resolve("tokenizer.json"), folder.resolve("tokenizer.json"));
        fails(OnnxPruningScorer.builder(folder))
                .hasMessageContaining("model.onnx or onnx/model.onnx in " + folder.toAbsolutePath());
        fails(OnnxPruningScorer.builder(folder).format(PruningFormat.kompress().withModel("onnx/kompress-int8.onnx")))
                .hasMessageContaining("no file onnx/kompress-int8.onnx");
        fails(OnnxPruningScorer.builder(folder).format(PruningFormat.kompress().withModel("../../etc/model.onnx")))
                .hasMessageContaining("below " + folder.toAbsolutePath());
    }

    @Test
    void should_say_which_file_is_broken() throws IOException {
        copy(TinyModels.PAIR_WORDPIECE, "model.onnx");
        Files.writeString(folder.resolve("model.onnx"), "version https://git-lfs.github.com/spec/v1");
        fails(OnnxPruningScorer.builder(folder))
                .hasMessageContaining(folder.resolve("model.onnx") + " can not be read as a model in the ONNX format");
        Files.writeString(folder.resolve("tokenizer.json"), "{\"version\": \"1.0\"}");
        fails(OnnxPruningScorer.builder(folder))
                .hasMessageContaining(folder.resolve("tokenizer.json") + " can not be read as a tokenizer");
    }

    @Test
    void should_say_what_a_model_has_and_what_was_expected() {
        fails(OnnxPruningScorer.builder(TinyModels.PICTURE))
                .hasMessageContaining("picture")
                .hasMessageContaining("the input pixel_values")
                .hasMessageContaining("input_ids");
        fails(OnnxPruningScorer.builder(TinyModels.RERANKER))
                .hasMessageContaining("gives logits as")
                .hasMessageContaining("[1, ")
                .hasMessageContaining("labels] were expected");
        fails(OnnxPruningScorer.builder(TinyModels.PAIR_WORDPIECE).format(PruningFormat.provence()))
                .hasMessageContaining("compression_logits was expected")
                .hasMessageContaining("pruning_logits");
        fails(OnnxPruningScorer.builder(TinyModels.PAIR_WORDPIECE).format(format(null, Activation.SOFTMAX, 1)))
                .hasMessageContaining("must be named");
        fails(OnnxPruningScorer.builder(TinyModels.PAIR_WORDPIECE)
                        .format(format("pruning_logits", Activation.SOFTMAX, 2)))
                .hasMessageContaining("a label 2");
        fails(OnnxPruningScorer.builder(TinyModels.PAIR_WORDPIECE).format(format("pruning_logits", Activation.NONE, 1)))
                .hasMessageContaining("gives -4.0")
                .hasMessageContaining("a probability was expected");
        fails(OnnxPruningScorer.builder(TinyModels.TEXT_BPE).format(format("final_scores", Activation.SOFTMAX, 0)))
                .hasMessageContaining("at least two labels");
    }

    private static PruningFormat format(
            @org.jspecify.annotations.Nullable String output, Activation activation, int label) {
        return new PruningFormat(null, true, output, activation, label, 512, WordScore.MEAN, 1, 0.1);
    }

    @Test
    void should_take_the_only_output_and_independent_labels() {
        PruningFormat only = new PruningFormat(null, false, null, Activation.SIGMOID, 1, 512, WordScore.MEAN, 1, 0.5);
        try (OnnxPruningScorer scorer = OnnxPruningScorer.builder(TinyModels.TEXT_WORDPIECE)
                .format(only)
                .build()) {
            assertThat(scorer.score("?", List.of("pool memory", "of the in"))[0])
                    .isGreaterThan(0.9);
        }
    }

    @Test
    void should_say_that_the_tokenizer_may_be_that_of_another_model() throws IOException {
        Files.copy(TinyModels.TEXT_WORDPIECE.resolve("model.onnx"), folder.resolve("model.onnx"));
        Files.copy(TinyModels.TEXT_BPE.resolve("tokenizer.json"), folder.resolve("tokenizer.json"));

        fails(OnnxPruningScorer.builder(folder))
                .hasMessageContaining(folder.resolve("model.onnx").toString())
                .hasMessageContaining("tokenizer of another model");
    }

    @Test
    void should_say_that_a_tokenizer_knows_no_pairs() throws IOException {
        copy(TinyModels.PAIR_WORDPIECE, "model.onnx");
        Path tokenizer = folder.resolve("tokenizer.json");
        String json = Files.readString(tokenizer);
        int from = json.indexOf("\"post_processor\":");
        int to = json.indexOf(",\"decoder\"");
        Files.writeString(tokenizer, json.substring(0, from) + "\"post_processor\":null" + json.substring(to));

        fails(OnnxPruningScorer.builder(folder)).hasMessageContaining("no sign between a question and a text");
    }

    @Test
    void should_load_what_djl_finds_in_a_folder_or_in_an_archive() throws IOException {
        Path archive = folder.resolve("pruning-model.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("model.onnx", "tokenizer.json")) {
                zip.putNextEntry(new ZipEntry("pruning-model/" + name));
                zip.write(Files.readAllBytes(TinyModels.PAIR_UNIGRAM.resolve(name)));
            }
        }
        String cache =
                System.setProperty("DJL_CACHE_DIR", folder.resolve("cache").toString());
        try {
            finds(OnnxPruningScorer.builder(TinyModels.PAIR_WORDPIECE.toUri().toString()));
            finds(OnnxPruningScorer.builder(archive.toUri().toString()));
        } finally {
            if (cache == null) {
                System.clearProperty("DJL_CACHE_DIR");
            } else {
                System.setProperty("DJL_CACHE_DIR", cache);
            }
        }
    }

    @Test
    void should_say_where_djl_finds_nothing() {
        fails(OnnxPruningScorer.builder("djl://com.example.nowhere/model")).hasMessageContaining("com.example.nowhere");
        fails(OnnxPruningScorer.builder(folder.resolve("nowhere.zip").toUri().toString()))
                .hasMessageContaining("nowhere.zip");
        fails(OnnxPruningScorer.builder(folder.toUri().toString())).hasMessageContaining("tokenizer.json");
    }

    @Test
    void should_know_the_well_known_kinds() {
        assertThat(PruningFormat.provence())
                .isEqualTo(PruningFormat.openProvence().withOutput("compression_logits"));
        assertThat(PruningFormat.kompress().readsQuestion()).isFalse();
        assertThatThrownBy(() -> new PruningFormat(null, true, "o", Activation.NONE, -1, 512, WordScore.MAX, 1, 0))
                .hasMessageContaining("keepLabel");
        assertThatThrownBy(() -> new PruningFormat(null, true, "o", Activation.NONE, 0, 512, WordScore.MAX, 0, 0))
                .hasMessageContaining("topShare");
        assertThatThrownBy(() -> new PruningFormat(null, true, "o", Activation.NONE, 0, 512, WordScore.MAX, 1, 2))
                .hasMessageContaining("threshold");
    }
}
