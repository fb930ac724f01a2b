package io.github.headroom4j.compressor.json;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Prints what the JSON compressor saves on files. Not a test: run it with files or folders as arguments; a first argument
 * {@code -show} also prints the results.
 */
final class JsonMeasurement {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    /** Tokens of one file: before, without loss, reversibly. */
    private record Measured(int raw, int repacked, int selected) {}

    private JsonMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean show = arguments.length > 0 && arguments[0].equals("-show");
        out.printf(Locale.ROOT, "%-42s %8s %8s %14s %14s%n", "file", "raw", "minified", "repacked", "selected");
        List<Measured> all = new ArrayList<>();
        for (String argument : Arrays.asList(arguments).subList(show ? 1 : 0, arguments.length)) {
            for (Path file : files(Path.of(argument))) {
                measure(file, show, out).ifPresent(all::add);
            }
        }
        summary("lossless", all, Measured::repacked, out);
        summary("reversible", all, Measured::selected, out);
    }

    private static void summary(String step, List<Measured> all, ToIntFunction<Measured> after, PrintStream out) {
        double[] savings = all.stream()
                .mapToDouble(file -> saved(file.raw(), after.applyAsInt(file)))
                .sorted()
                .toArray();
        if (savings.length > 0) {
            int middle = savings.length / 2;
            double median = savings.length % 2 == 1 ? savings[middle] : (savings[middle - 1] + savings[middle]) / 2;
            out.printf(
                    Locale.ROOT,
                    "%s: n = %d, %d tokens before, saved of all %.1f%%, mean %.1f%%, median %.1f%%%n",
                    step,
                    savings.length,
                    all.stream().mapToInt(Measured::raw).sum(),
                    saved(
                            all.stream().mapToInt(Measured::raw).sum(),
                            all.stream().mapToInt(after).sum()),
                    Arrays.stream(savings).average().orElse(0),
                    median);
        }
    }

    private static List<Path> files(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> file.toString().matches(".*[.](nd)?json") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Measured> measure(Path file, boolean show, PrintStream out) throws IOException {
        String text = Files.readString(file);
        Optional<Selectable> content = new JsonCompressor().parse(text, CompressionContext.of(COUNTER));
        if (content.isEmpty()) {
            out.println(file.getFileName() + " is not read");
            return Optional.empty();
        }
        String repacked = content.get().repack().orElse(text);
        String selected = content.get()
                .select(TokenBudget.asFarAsSafe())
                .map(selection -> printed(selection, text))
                .orElse(repacked);
        int raw = COUNTER.count(text);
        int minified = COUNTER.count(
                JsonReader.readComplete(text, Pace.unhurried()).orElseThrow().toJson());
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
        return Optional.of(new Measured(raw, COUNTER.count(repacked), COUNTER.count(selected)));
    }

    private static String printed(Selection selection, String text) {
        return selection.markedWith(OriginalMarker.of(text));
    }

    private static double saved(int before, int after) {
        return 100.0 * (before - after) / before;
    }
}
