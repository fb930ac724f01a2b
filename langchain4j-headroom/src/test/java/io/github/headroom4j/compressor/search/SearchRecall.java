package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
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

/**
 * Prints how often the line that a query describes is visible in a selection, and how often it would be in the first
 * lines of the output with as many tokens.
 *
 * <p>Argument: a table, tab-separated: a file with search output, a query, the line that answers it.
 */
final class SearchRecall {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    private SearchRecall() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> cases = Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8);
        double[] saved = new double[cases.size()];
        int visible = 0;
        int visibleInHead = 0;
        for (int i = 0; i < saved.length; i++) {
            String[] columns = cases.get(i).split("\t", -1);
            String text = Files.readString(Path.of(columns[0]), StandardCharsets.UTF_8);
            String gold = columns[2].replace("<TAB>", "\t");
            String selected = select(text, columns[1]);
            int tokens = COUNTER.count(selected);
            saved[i] = 1 - (double) tokens / COUNTER.count(text);
            boolean shown =
                    SearchCompressor.decode(selected).orElse(text).lines().anyMatch(gold::equals);
            visible += shown ? 1 : 0;
            visibleInHead += head(text, tokens).lines().anyMatch(gold::equals) ? 1 : 0;
            if (!shown && arguments.length > 1) {
                out.printf(Locale.ROOT, "%s%n  %s%n  %s%n", columns[0], columns[1], gold);
            }
        }
        Arrays.sort(saved);
        out.printf(
                Locale.ROOT,
                "cases %d, visible %d, in the head at equal tokens %d, saved min %.3f median %.3f%n",
                saved.length,
                visible,
                visibleInHead,
                saved[0],
                saved[saved.length / 2]);
    }

    private static String select(String text, String query) {
        return new SearchCompressor()
                .parse(text, CompressionContext.of(COUNTER).withQuery(query))
                .flatMap((Selectable content) -> content.select(TokenBudget.asFarAsSafe()))
                .map(selection -> selection.markedWith(OriginalMarker.of(text)))
                .orElse(text);
    }

    private static String head(String text, int tokens) {
        int end = 0;
        for (int next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', next + 1)) {
            if (COUNTER.count(text.substring(0, next)) > tokens) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }
}
