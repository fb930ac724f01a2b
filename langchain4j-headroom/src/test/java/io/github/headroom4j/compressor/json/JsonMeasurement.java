package io.github.headroom4j.compressor.json;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prints what the JSON compressor saves on files. Not a test: run it with files or folders as arguments; a first argument
 * {@code -show} also prints the results.
 */
final class JsonMeasurement {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    private JsonMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean show = arguments.length > 0 && arguments[0].equals("-show");
        out.printf(Locale.ROOT, "%-42s %8s %8s %14s %14s%n", "file", "raw", "minified", "repacked", "selected");
        for (String argument : Arrays.asList(arguments).subList(show ? 1 : 0, arguments.length)) {
            for (Path file : files(Path.of(argument))) {
                measure(file, show, out);
            }
        }
    }

    private static List<Path> files(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> file.toString().matches(".*[.](nd)?json") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private static void measure(Path file, boolean show, PrintStream out) throws IOException {
        String text = Files.readString(file);
        Optional<Selectable> content = new JsonCompressor().parse(text, CompressionContext.of(COUNTER));
        if (content.isEmpty()) {
            out.println(file.getFileName() + " is not read");
            return;
        }
        String repacked = content.get().repack().orElse(text);
        String selected = content.get()
                .select(TokenBudget.asFarAsSafe())
                .map(selection -> printed(selection, text))
                .orElse(repacked);
        int raw = COUNTER.count(text);
        int minified = COUNTER.count(JsonReader.read(text).orElseThrow().toJson());
        out.printf(
                Locale.ROOT,
                "%-42s %8d %8d %8d %4.1f%% %8d %4.1f%%  lossless against minified %4.1f%%%n",
                file.getFileName(),
                raw,
                minified,
                COUNTER.count(repacked),
                saved(raw, COUNTER.count(repacked)),
                COUNTER.count(selected),
                saved(raw, COUNTER.count(selected)),
                saved(minified, COUNTER.count(repacked)));
        if (show) {
            out.println(repacked + "\n--\n" + selected + "\n");
        }
    }

    private static String printed(Selection selection, String text) {
        return selection.markedWith(OriginalMarker.of(text));
    }

    private static double saved(int before, int after) {
        return 100.0 * (before - after) / before;
    }
}
