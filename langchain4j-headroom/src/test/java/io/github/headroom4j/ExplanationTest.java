package io.github.headroom4j;

import static io.github.headroom4j.HeadroomFixture.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ExplanationTest {

    private static final Path SAMPLES = Path.of("../datasets/content");

    private final HeadroomFixture fixture = new HeadroomFixture();

    @Example
    void it_tells_outcome_steps_fates_and_notes() {
        Explanation explanation = fixture.builder().build().explain(CompressionRequest.of(TEXT));
        assertThat(explanation.text())
                .isEqualTo("""
                2,501 → 53 tokens, 97.9 % saved by lines: parts left out, the original kept

                steps
                  gate    passed: 2,501 tokens are more than 200
                  route   prose (100 % sure), read by lines
                  repack  nothing to gain
                  select  2,501 → 53 tokens, 97.9 % saved, what is left out stays retrievable
                  accept  97.9 % saved in all; the least is 5.0 %
                  keep    the original is stored as REF (explaining does not store it)

                lines of the original (500)
                         1  kept: it has words of an error
                         2  kept: it stands for others or frames them
                       497  folded: a note counts it and names its place

                notes in the result
                  … 298 lines (2-299)
                  … 199 lines (301-499)
                """.replace("REF", OriginalId.of(TEXT).shortForm()));
        assertThat(explanation)
                .hasToString("Explanation[2,501 → 53 tokens, 97.9 % saved by lines: parts left out, the"
                        + " original kept]");
    }

    @Example
    void lines_of_a_log_that_are_shown_without_their_date_are_kept() throws IOException {
        String log = Files.readString(SAMPLES.resolve("logs/postgres-statements.log"));
        Explanation explanation = Headroom.builder().withoutTimeout().build().explain(CompressionRequest.of(log));

        assertThat(explanation.result().text()).contains("; \"|\" = \": 2026-11-26 \"]");
        assertThat(explanation.text())
                .contains("kept: it has words of an error")
                .doesNotContain("re-encoded");
    }

    @Example
    void it_explains_what_compress_does_and_leaves_no_trace() {
        InMemoryOriginalStore originals = new InMemoryOriginalStore();
        Headroom headroom = fixture.builder().originals(originals).build();
        CompressionResult explained =
                headroom.explain(CompressionRequest.of(TEXT)).result();

        assertThat(fixture.events()).isEmpty();
        assertThat(originals.find("default", OriginalId.of(TEXT).shortForm())).isEmpty();
        assertThat(headroom.compress(CompressionRequest.of(TEXT))).isEqualTo(explained);
        assertThat(((Unchanged) headroom.explain(CompressionRequest.of(explained.text()))
                                .result())
                        .reason())
                .isEqualTo(Reason.ALREADY_COMPRESSED);
    }

    @Example
    void it_says_why_not() {
        Headroom headroom = Headroom.builder().withoutTimeout().build();
        assertThat(headroom.explain(CompressionRequest.of("short")).text()).isEqualTo("""
                        1 token, unchanged (TOO_SMALL): it is not larger than what the policy leaves alone

                        steps
                          gate    stopped: it is not larger than what the policy leaves alone
                        """);
        assertThat(headroom.explain(CompressionRequest.of("")).html()).contains("0 tokens, unchanged (TOO_SMALL)");
        assertThat(headroom.explain(CompressionRequest.of(TEXT).asErrorResult()).text())
                .contains("(ERROR_RESULT)", "gate    stopped: it is the result of a tool that failed");
        assertThat(headroom.explain(CompressionRequest.of("x".repeat(Headroom.MAX_CHARS + 1)))
                        .text())
                .contains("(TOO_LARGE)");
        assertThat(fixture.compressing(context -> {
                            throw new IllegalStateException("broken");
                        })
                        .explain(CompressionRequest.of(TEXT))
                        .text())
                .contains("unchanged (FAILED): a compressor failed");
        assertThat(Headroom.builder()
                        .policies(CompressionPolicies.all(CompressionPolicy.lossless()))
                        .withoutTimeout()
                        .build()
                        .explain(CompressionRequest.of(rows(200)))
                        .text())
                .contains("re-encoded, nothing left out", "select  not allowed: the policy is LOSSLESS");
    }

    @Example
    void rows_of_a_table_are_found_in_the_lines_of_the_document() {
        Explanation explanation = Headroom.builder().withoutTimeout().build().explain(CompressionRequest.of(rows(300)));
        Compressed result = (Compressed) explanation.result();
        assertThat(result.text()).contains(" rows (");
        assertThat(explanation.text())
                .containsPattern("\\d+  re-encoded: ")
                .containsPattern("\\d{3}  folded: ")
                .doesNotContain("left out: only");
    }

    @Example
    void real_outputs_account_for_every_line() throws IOException {
        for (String name : List.of("logs/hikari-ledger.log", "diff/git-show.diff", "search/rg-kafka-timeout.txt")) {
            String text = Files.readString(SAMPLES.resolve(name));
            String explained = Headroom.builder()
                    .withoutTimeout()
                    .build()
                    .explain(CompressionRequest.of(text))
                    .text();
            String fates = explained.substring(explained.indexOf("lines of the original"));
            int lines = Pattern.compile("(?m)^ +([\\d,]+)  ")
                    .matcher(fates)
                    .results()
                    .mapToInt(match -> Integer.parseInt(match.group(1).replace(",", "")))
                    .sum();
            assertThat(lines).as(name).isEqualTo(OriginalMarker.of(text).lines());
        }
    }

    @Example
    void every_changed_line_of_a_diff_is_said_to_be_kept() throws IOException {
        String diff = Files.readString(SAMPLES.resolve("diff/git-show.diff"));
        long changed = diff.lines()
                .filter(line -> line.startsWith("+") || line.startsWith("-"))
                .filter(line -> !line.startsWith("+++ ") && !line.startsWith("--- "))
                .count();
        assertThat(Headroom.builder()
                        .withoutTimeout()
                        .build()
                        .explain(CompressionRequest.of(diff))
                        .text())
                .contains(changed + "  kept: a diff adds or removes it");
    }

    @Example
    void hostile_text_never_becomes_markup() {
        String attack = "</pre></span><script>alert(1)</script><img src=x onerror='alert(2)'>\"><svg/onload=alert(3)>"
                + "<!-- --><style>*{display:none}</style>&lt;b&gt; \u202E\u0000\uD800 javascript:alert(4)";
        String text = IntStream.range(0, 400)
                .mapToObj(i -> "2026-01-01T00:00:" + i % 60 + "Z " + (i == 77 ? "ERROR " : "INFO ") + attack + i)
                .collect(Collectors.joining("\n"));
        String html = Headroom.builder()
                .withoutTimeout()
                .build()
                .explain(CompressionRequest.of(text).withQuery(attack).withTool("tool" + attack))
                .html();
        assertThat(html)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "onerror=&#39;alert(2)&#39;", "&amp;lt;b&amp;gt;")
                .doesNotContain(
                        "<script", "<img", "<svg", "<!-- -->", "\u202E", "\u0000", "\uD800", "http://", "https://");
        assertThat(Pattern.compile("<style>").matcher(html).results().count()).isEqualTo(1);
        assertThat(Pattern.compile("<[^>]*\\son\\w+=").matcher(html).find()).isFalse();
    }

    @Property(tries = 300, seed = "5101")
    void any_text_yields_a_page_without_markup_of_its_own(@ForAll("texts") String text) {
        Headroom headroom = fixture.builder()
                .policies(CompressionPolicies.all(
                        CompressionPolicy.reversible().withMinTokens(0).withMinSavedFraction(0)))
                .build();
        Explanation explanation = headroom.explain(CompressionRequest.of(text).withQuery(text));
        String html = explanation.html();
        String ours = html.replaceAll(
                "</?(?:html|head|meta|title|style|body|main|h1|h2|p|div|section|small|span|b|i|table|tr|td|details|summary|footer)"
                        + "(?: [a-z-]+=\"[^\"<>]*\")*>",
                "");
        String withoutCss = ours.substring(ours.indexOf("footer {"));
        assertThat(withoutCss).doesNotContain("<");
        assertThat(headroom.explain(CompressionRequest.of(text).withQuery(text)).html())
                .isEqualTo(html);
        assertThat(explanation.text()).endsWith("\n");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(200),
                Arbitraries.strings()
                        .withChars("<>&\"'/=! scripton\n\r\t0123456789:×-()…lines@rows\u2028\uD83D")
                        .ofMaxLength(300),
                Arbitraries.of("a <b> c", "1: x", "… 3 lines (1-3)", "9 ×3-2: y", "@1 /a 3 rows", "x\r\ny\rz", "\n\n")
                        .list()
                        .ofMaxSize(12)
                        .map(lines -> String.join("\n", lines)));
    }

    @Example
    void a_page_stays_bounded() {
        String text = IntStream.range(0, 120_000)
                .mapToObj(i -> "2026-01-01T00:00:00Z INFO request " + Integer.toHexString(i * 7919) + " served")
                .collect(Collectors.joining("\n"));
        Headroom verbatim = Headroom.builder()
                .policies(CompressionPolicies.all(CompressionPolicy.verbatim()))
                .withoutTimeout()
                .build();
        Explanation explanation = verbatim.explain(CompressionRequest.of(text));
        assertThat(explanation.html().length()).isLessThan(4_000_000);
        assertThat(explanation.html()).contains("This page shows the first 4,000 lines of each side at most.");
        Explanation wide = verbatim.explain(CompressionRequest.of("y".repeat(1_000_000)));
        assertThat(wide.html()).contains("… 999,400 characters more");
    }

    private static String rows(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> "  {\n    \"id\": " + (70_000 + i * 13) + ",\n    \"name\": \"customer-"
                        + (i * 7919) % 90_001 + "\",\n    \"state\": \"" + (i == 99 ? "failed" : "paid") + "\"\n  }")
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }
}
