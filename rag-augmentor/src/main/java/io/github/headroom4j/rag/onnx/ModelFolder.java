package io.github.headroom4j.rag.onnx;

import ai.djl.repository.Artifact;
import ai.djl.repository.MRL;
import ai.djl.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a model: where they are, and what to do where one is not. Immutable. */
record ModelFolder(Path folder) {

    /** What describes a model that is none of the well-known ones. */
    static final String SETTINGS = "pruning.json";

    private static final String TOKENIZER = "tokenizer.json";

    private static final List<String> MODELS = List.of("model.onnx", "onnx/model.onnx");

    /** Folders below an archive's root in which its files may lie, default 2. */
    private static final int MAX_DEPTH = 2;

    static ModelFolder of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder " + folder.toAbsolutePath() + ": a folder with " + TOKENIZER
                    + " and model.onnx was expected");
        }
        return new ModelFolder(folder);
    }

    /** What DJL finds at an address, fetched into its cache if it is not on this machine. */
    static ModelFolder at(String url) {
        try {
            List<MRL> found = Repository.newInstance("headroom", url).getResources();
            MRL place = found.isEmpty() ? null : found.get(0);
            Artifact artifact = place == null ? null : place.getDefaultArtifact();
            if (place == null || artifact == null) {
                throw new IllegalArgumentException("DJL finds no model at " + url
                        + ": a folder, an archive or a djl:// address of a zoo on the class path was expected");
            }
            place.prepare(artifact);
            return new ModelFolder(withTokenizer(place.getRepository().getResourceDirectory(artifact), url));
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException("DJL can not fetch a model from " + url + ": " + e.getMessage(), e);
        }
    }

    private static Path withTokenizer(Path root, String url) throws IOException {
        try (Stream<Path> files = Files.walk(root, MAX_DEPTH + 1)) {
            return files.filter(file -> file.endsWith(TOKENIZER))
                    .sorted()
                    .findFirst()
                    .map(Path::getParent)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "no " + TOKENIZER + " in what " + url + " gives, which is in " + root));
        }
    }

    Path tokenizer() {
        Path file = folder.resolve(TOKENIZER);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no file " + file.toAbsolutePath()
                    + ": the tokenizer of the model was expected there, as Hugging Face publishes it");
        }
        return file;
    }

    /** The named file, or the usual ones. */
    Path model(@Nullable String name) {
        if (name != null && !folder.resolve(name).normalize().startsWith(folder.normalize())) {
            throw new IllegalArgumentException(
                    "the model must be a file below " + folder.toAbsolutePath() + ", but was " + name);
        }
        List<String> names = name == null ? MODELS : List.of(name);
        return names.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no file " + String.join(" or ", names) + " in "
                        + folder.toAbsolutePath() + ": a model in the ONNX format was expected there"));
    }

    @Nullable
    Path settings() {
        Path file = folder.resolve(SETTINGS);
        return Files.isRegularFile(file) ? file : null;
    }
}
