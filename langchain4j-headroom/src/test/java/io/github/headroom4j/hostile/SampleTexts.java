package io.github.headroom4j.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The beginnings of the real samples in {@code datasets/content}. */
public final class SampleTexts {

    private static final Path SAMPLES = Path.of("..", "datasets", "content");

    /** More would slow the reading and give the mutator nothing new. */
    private static final int MAX_CHARS = 40_000;

    private SampleTexts() {}

    /**
     * Samples of every type, in the order of their paths.
     *
     * @return none of them empty
     */
    public static List<String> all() {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            List<String> texts = new ArrayList<>();
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                if (!text.isEmpty()) {
                    texts.add(text.substring(0, Math.min(MAX_CHARS, text.length())));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
