package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.EvalCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Small samples of our own in the shapes of the public data. */
final class Samples {

    private Samples() {}

    static Path of(String name) {
        try {
            return Path.of(Objects.requireNonNull(Samples.class.getResource("/imports/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(name, e);
        }
    }

    static String text(String name) {
        try {
            return Files.readString(of(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path copied(String name, Path folder) throws IOException {
        Path from = of(name);
        Path to = folder.resolve(from.getFileName().toString());
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Files.copy(one, to.resolve(from.relativize(one).toString()));
            }
        }
        return to;
    }

    static List<EvalCase> cases(Path input, ToolFormat format) {
        return cases(input, format, ToolOptions.DEFAULTS);
    }

    static List<EvalCase> cases(Path input, ToolFormat format, ToolOptions options) {
        List<EvalCase> cases = new ArrayList<>();
        ToolImporter.of(input, format, options).cases(cases::add);
        return cases;
    }
}
