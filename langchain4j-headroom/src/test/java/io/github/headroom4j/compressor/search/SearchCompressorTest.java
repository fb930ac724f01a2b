package io.github.headroom4j.compressor.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorContract;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class SearchCompressorTest extends CompressorContract {

    private static final String QUERY = "where is a blank char sequence detected?";

    @Override
    protected Compressor compressor() {
        return new SearchCompressor();
    }

    @Override
    protected Optional<Function<String, Optional<String>>> decoder() {
        return Optional.of(SearchCompressor::decode);
    }

    @Override
    protected List<String> typicalTexts() {
        return SearchSamples.ALL;
    }

    @Property(seed = "4201", tries = 600)
    void what_is_repacked_can_be_decoded(@ForAll("outputs") String text) {
        parse(text)
                .flatMap(Selectable::repack)
                .ifPresent(repacked ->
                        assertThat(SearchCompressor.decode(repacked)).contains(text));
    }

    @Property(seed = "4202", tries = 300)
    void decoding_never_fails_on_any_text(@ForAll("outputs") String text, @ForAll("outputs") String other) {
        String repacked = parse(text).flatMap(Selectable::repack).orElse(text);
        String broken = repacked.substring(0, repacked.length() / 2) + other;
        assertThat((Object) SearchCompressor.decode(broken)).isNotNull();
        assertThat((Object) SearchCompressor.decode(other)).isNotNull();
    }

    @Property(seed = "4203", tries = 300)
    void each_line_is_shown_or_within_a_noted_range(@ForAll("outputs") String text) {
        for (TokenBudget budget : List.of(TokenBudget.asFarAsSafe(), TokenBudget.tokens(1), TokenBudget.tokens(60))) {
            selected(text, budget).ifPresent(body -> assertAccounted(text, body));
        }
    }

    @Property(seed = "4204", tries = 300)
    void what_a_selection_shows_stands_in_the_original_in_this_order(@ForAll("outputs") String text) {
        selected(text, TokenBudget.asFarAsSafe()).ifPresent(body -> {
            List<String> original = plainLines(text, body);
            int from = 0;
            for (String line :
                    TextLines.of(SearchCompressor.decode(body).orElseThrow()).lines()) {
                int at = original.subList(from, original.size()).indexOf(line);
                assertThat(at).as("%s in %s", line, original).isNotNegative();
                from += at + 1;
            }
        });
    }

    @Example
    void should_save_much_when_a_result_is_long() {
        String text = SearchSamples.grep(40, 5);
        assertThat(saved(text, parse(text).flatMap(Selectable::repack).orElseThrow()))
                .isGreaterThan(0.45);
        assertThat(saved(text, selected(text, TokenBudget.asFarAsSafe()).orElseThrow()))
                .isGreaterThan(0.95);
    }

    @Example
    void should_show_a_line_even_if_all_are_longer_than_lines_may_be_together() {
        String cause = " failed: PSQLException: connection to localhost:5432 refused;".repeat(9);
        String text = IntStream.range(0, 30)
                .mapToObj(i ->
                        "app.log:" + (243 + 3 * i) + ":10:04:" + (10 + i) + " ERROR shop.Cart - cart" + cause + '\n')
                .collect(Collectors.joining());

        assertThat(selected(text, TokenBudget.asFarAsSafe()).orElseThrow())
                .contains("ERROR shop.Cart - cart" + cause)
                .containsOnlyOnce("shop.Cart");
    }

    @Example
    void should_name_every_file_when_few_lines_are_shown() {
        String text = SearchSamples.grep(12, 9);
        String body = selected(text, TokenBudget.asFarAsSafe()).orElseThrow();
        for (int i = 0; i < 12; i++) {
            assertThat(body).contains("Service" + i);
        }
    }

    @Example
    void should_show_the_declaration_that_the_query_describes() {
        String text = SearchSamples.grep(30, 6)
                + "src/main/java/org/acme/text/Strings.java:77:    public static boolean isBlank(CharSequence text) {\n"
                + SearchSamples.grep(30, 6).replace("Service", "Helper");
        assertThat(selected(text, TokenBudget.asFarAsSafe()).orElseThrow())
                .contains("77:    public static boolean isBlank(CharSequence text) {\n");
    }

    @Provide
    Arbitrary<String> outputs() {
        Arbitrary<String> lines = Arbitraries.of(
                        "src/a/B.java:12:    int x;",
                        "src/a/B.java:13:\tint y;",
                        "src/a/B.java-14-",
                        "src/a/B.java-15-    }",
                        "src/a/B.java-16--",
                        "src/a/C-3-d.java:7:x",
                        "src/a/C-3-d.java-8-  y",
                        "./a b/c d.py:1:import os",
                        "C:\\x\\y.cs:5:  class Y",
                        "12:34:56 started",
                        "2024-05-06T12:34:56Z app.java:12:x",
                        "src/a/B.java:120:    int x;",
                        "src/a/B.java:121:    int x;",
                        "...:3:dots",
                        "$1=x:3:$1",
                        "|p:4:|",
                        "[x].ts:9:export const q = 1;\r",
                        "--",
                        "",
                        " ",
                        "src/a/B.java",
                        "12:  text",
                        "13-  text",
                        "15:text",
                        "Binary file x.bin matches",
                        "+1 more",
                        "… 1 line (3)",
                        "src/a",
                        "src/a/B/",
                        "src/a/B/c.txt",
                        "src/a/B/d.txt",
                        "./src:",
                        "src/a/B.java=3=class B {",
                        "-rw-r--r-- 1 dev dev   799 Mar 12  2023 a.c",
                        "-rw-r--r-- 1 dev dev 10799 Mar 12  2023 b.c -> ../b.c",
                        "crw-rw-rw- 1 root root 1, 3 Mar 12  2023 null",
                        "4.0K\\tsrc/a/B.java",
                        "12K\\tsrc/a",
                        "  12   120 src/a/B.java",
                        "2025-07-04 22:15 12 src/a/B.java",
                        "%= #",
                        "α=x",
                        "├── a",
                        "│   ├── b.c",
                        "│   └── d.c",
                        "└── e",
                        ".")
                .list()
                .ofMaxSize(30)
                .map(list -> String.join("\n", list));
        Arbitrary<String> any =
                Arbitraries.strings().withChars("ab.:/-1 2\n$|>+…").ofMaxLength(120);
        return Arbitraries.oneOf(
                lines, lines.map(text -> text + "\n"), Arbitraries.of(SearchSamples.ALL), any, Arbitraries.strings());
    }

    private static Optional<? extends Selectable> parse(String text) {
        return new SearchCompressor()
                .parse(text, CompressionContext.of(TokenCounter.o200k()).withQuery(QUERY));
    }

    private static Optional<String> selected(String text, TokenBudget budget) {
        return parse(text).flatMap(content -> content.select(budget)).map(selection -> {
            String printed = selection.markedWith(OriginalMarker.of(text));
            return printed.substring(0, printed.lastIndexOf('\n') + 1);
        });
    }

    private static double saved(String text, String result) {
        return 1
                - (double) TokenCounter.o200k().count(result)
                        / TokenCounter.o200k().count(text);
    }

    /** The lines as a selection shows them: with the path where the tool printed it elsewhere. */
    private static List<String> plainLines(String text, String body) {
        TextLines lines = TextLines.of(text);
        CompressionContext context = CompressionContext.of(TokenCounter.o200k());
        if (body.startsWith(PathHeader.OPENING)) {
            return new PathReader(lines, context)
                    .read().orElseThrow().entries().stream()
                            .map(PathEntry::path)
                            .toList();
        }
        if (body.startsWith(LongHeader.OPENING)) {
            return new LongReader(lines, context)
                    .read().orElseThrow().withDirectories().entries().stream()
                            .map(entry -> entry.lead() + entry.path())
                            .toList();
        }
        Hits hits = new HitReader(lines, context).read().orElseThrow();
        Hits.Layout layout = hits.layout() == Hits.Layout.BARE ? Hits.Layout.BARE : Hits.Layout.INLINE;
        return TextLines.of(new Hits(layout, hits.hits(), true).render()).lines();
    }

    private static void assertAccounted(String text, String body) {
        List<String> lines = TextLines.of(text).lines();
        boolean[] seen = new boolean[lines.size() + 1];
        for (MatchResult note : Pattern.compile("\\((?:lines? )?(\\d+)(?:-(\\d+))?\\)$", Pattern.MULTILINE)
                .matcher(body)
                .results()
                .toList()) {
            int from = Integer.parseInt(note.group(1));
            int to = note.group(2) == null ? from : Integer.parseInt(note.group(2));
            for (int i = from; i <= Math.min(to, lines.size()); i++) {
                seen[i] = true;
            }
        }
        String shown = SearchCompressor.decode(body).orElseThrow();
        for (int i = 1; i <= lines.size(); i++) {
            String line = lines.get(i - 1);
            boolean between = line.isBlank() || line.equals("--");
            assertThat(seen[i] || between || shown.contains(line) || body.contains(line))
                    .as("line %d, '%s', in %s", i, line, body)
                    .isTrue();
        }
    }
}
