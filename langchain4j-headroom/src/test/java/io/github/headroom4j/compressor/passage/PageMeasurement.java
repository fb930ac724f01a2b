package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Stems;
import io.github.headroom4j.compressor.html.HtmlCompressor;
import io.github.headroom4j.compressor.markdown.MarkdownCompressor;
import io.github.headroom4j.compressor.prose.ProseCompressor;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Prints what selecting saves on the samples of prose, Markdown and HTML, without a question and with one for each of some
 * statements of a sample: its rarest words; the statement must stay visible. Such questions share their words with what they ask
 * for, so this tells whether selecting keeps what it ranks first, not how well it ranks. Run by hand in this module's folder;
 * {@code -Dsamples=folder} for others.
 */
public final class PageMeasurement {

    private static final TokenCounter COUNTER = TokenCounter.o200k();
    private static final Path SAMPLES = Path.of(System.getProperty("samples", "../datasets/content"));
    private static final int QUESTIONS = 6;
    private static final int QUESTION_WORDS = 4;

    private int found;
    private int asked;
    private final List<Double> plain = new ArrayList<>();
    private final List<Double> focused = new ArrayList<>();

    private PageMeasurement() {}

    public static void main(String[] args) throws IOException {
        for (Compressor compressor : List.of(new ProseCompressor(), new MarkdownCompressor(), new HtmlCompressor())) {
            Path folder = SAMPLES.resolve(compressor.name());
            if (Files.exists(folder)) {
                new PageMeasurement().measure(compressor, folder);
            }
        }
    }

    private void measure(Compressor compressor, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        System.out.println(compressor.name() + ": tokens, saved without a question, with one, visible");
        for (Path file : files) {
            String text = Files.readString(file);
            int raw = COUNTER.count(text);
            String whole = shown(compressor, text, "");
            double without = saved(raw, whole);
            plain.add(without);
            int before = found;
            int askedBefore = asked;
            double with = ask(compressor, text, whole);
            System.out.printf(
                    Locale.ROOT,
                    "%7d %6.1f%% %6.1f%% %d/%d  %s%n",
                    raw,
                    without,
                    with,
                    found - before,
                    asked - askedBefore,
                    file.getFileName());
        }
        System.out.printf(Locale.ROOT, "mean    %6.1f%% %6.1f%% %d/%d%n%n", mean(plain), mean(focused), found, asked);
    }

    private double ask(Compressor compressor, String text, String whole) {
        List<String> statements = whole.lines()
                .map(line -> line.replaceAll("^[\\s>*:#-]+", ""))
                .filter(line -> line.length() > 50 && line.indexOf('…') < 0 && line.indexOf('|') < 0)
                .toList();
        List<Double> saved = new ArrayList<>();
        int step = Math.max(1, statements.size() / QUESTIONS);
        for (int i = step / 2; i < statements.size(); i += step) {
            String statement = statements.get(i);
            String query = rarest(statement, whole);
            String shown = shown(compressor, text, query);
            saved.add(saved(COUNTER.count(text), shown));
            asked++;
            found += shown.contains(statement.substring(0, 40)) ? 1 : 0;
        }
        focused.addAll(saved);
        return mean(saved);
    }

    private static String rarest(String statement, String text) {
        List<String> words = Stems.of(text);
        Set<String> own = new TreeSet<>(Stems.of(statement));
        return String.join(
                " ",
                own.stream()
                        .filter(word -> word.length() > 3)
                        .sorted((a, b) -> Long.compare(
                                words.stream().filter(a::equals).count(),
                                words.stream().filter(b::equals).count()))
                        .limit(QUESTION_WORDS)
                        .toList());
    }

    private static String shown(Compressor compressor, String text, String query) {
        return compressor
                .parse(text, CompressionContext.of(COUNTER).withQuery(query))
                .flatMap(content -> content.select(TokenBudget.asFarAsSafe()))
                .map(selection -> selection.markedWith(OriginalMarker.of(text)))
                .orElse(text);
    }

    private static double saved(int raw, String shown) {
        return 100.0 * Math.max(0, raw - COUNTER.count(shown)) / raw;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(0);
    }
}
