package io.github.headroom4j.compressor.search;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prints what the compressor makes of real outputs of search tools: tokens before, repacked, selected.
 *
 * <p>Arguments: a folder of outputs, a query, and optionally a folder to write the results to.
 */
final class SearchMeasure {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    private SearchMeasure() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("| input | lines | raw | repacked | saved | selected | saved |");
        out.println("|---|--:|--:|--:|--:|--:|--:|");
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                CompressionContext context = CompressionContext.of(COUNTER).withQuery(arguments[1]);
                Optional<? extends Selectable> content = new SearchCompressor().parse(text, context);
                Optional<String> repacked = content.flatMap(Selectable::repack);
                Optional<String> selected = content.flatMap(c -> c.select(TokenBudget.asFarAsSafe()))
                        .map((Selection selection) -> selection.markedWith(OriginalMarker.of(text)));
                out.println(row(file, text, List.of(repacked.orElse(text), selected.orElse(text))));
                if (arguments.length > 2) {
                    String name = String.valueOf(file.getFileName());
                    Files.writeString(Path.of(arguments[2], name + ".repacked"), repacked.orElse("(none)"));
                    Files.writeString(Path.of(arguments[2], name + ".selected"), selected.orElse("(none)"));
                }
            }
        }
    }

    private static String row(Path file, String text, List<String> results) {
        int raw = COUNTER.count(text);
        StringBuilder row = new StringBuilder();
        row.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d |",
                file.getFileName(),
                text.lines().count(),
                raw));
        for (String result : results) {
            int tokens = COUNTER.count(result);
            row.append(String.format(Locale.ROOT, " %d | %.1f %% |", tokens, 100.0 * (raw - tokens) / raw));
        }
        return row.toString();
    }
}
