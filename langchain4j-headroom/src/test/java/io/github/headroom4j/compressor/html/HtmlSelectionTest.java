package io.github.headroom4j.compressor.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlSelectionTest {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    @Test
    void a_page_becomes_the_markdown_of_its_content() {
        assertThat(shown(HtmlSamples.page(), "", 1)).isEqualTo("""
                        # Pump guide - Example

                        How to run the pump.

                        … 6 lines (7-12)

                        # Pump guide

                        The pump is [documented](../api/pump.html) and started with `pump.start()`.
                        It must never run dry.

                        ## Maintenance

                        - Oil it weekly
                          - Grade 32 below 10 °C
                          - Grade 46 above
                        - Replace the seal every 2,000 hours.

                        Seal
                        : A ring of rubber between shaft and housing.

                        ```java
                        if (pressure < 2) {
                            stop();
                        }
                        ```

                        Limits
                        | Name | Value |
                        |---|---|
                        | rpm | 1200 \\| 1500 |
                        | bar | 4.1 |

                        ![A pump from the side]

                        Your name [Jane Doe]
                        Send

                        > It runs and runs.

                        """);
    }

    @Test
    void tables_for_layout_and_tags_that_stay_open_are_read_as_browsers_do() {
        assertThat(shown(HtmlSamples.old(), "", 1)).isEqualTo("""
                        ### News

                        The pump was sold.

                        Another one was bought in 1998.

                        ### Links

                        - [First](a.html)
                        - Top

                        Unclosed bold both

                        """);
    }

    @Test
    void a_question_chooses_and_notes_speak_of_the_lines_of_the_page() {
        assertThat(shown(HtmlSamples.page(), "Which oil grade is needed below 10 °C?", 101))
                .contains("- Oil it weekly\n  - Grade 32 below 10 °C\n")
                .doesNotContain("1200")
                .containsPattern("… \\d+ sentences \\(1\\d\\d-1\\d\\d\\)");
    }

    /** jsoup 1.21 counted a line twice, depending on how long the first ones were. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, 3_000, 6_000, 20_000, 50_000})
    void notes_speak_of_the_lines_of_a_page_that_begins_with_a_long_one(int length) {
        String page = IntStream.rangeClosed(2, 2001)
                .mapToObj(line -> line == 1234
                        ? "<p>The relief valve opens at 7 bar.</p>\n"
                        : "<p>Part <b>" + line + "</b> is kept on shelf " + line % 37 + ".</p>\n")
                .collect(Collectors.joining(
                        "", "<html><script>" + "x".repeat(length) + "</script><body>\n", "</body></html>\n"));
        assertThat(shown(page, "When does the relief valve open?", 1))
                .contains("(2-1233)\n\nThe relief valve opens at 7 bar.\n\n")
                .contains("(1235-2001)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><project><modelVersion>4.0.0</modelVersion><dependencies><dependency/></dependencies></project>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><g><circle r=\"1\"/></g></svg>",
                "a < b and c > d",
                "<p></p><div><script>alert(1)</script></div>",
                ""
            })
    void what_is_no_page_is_declined(String text) {
        assertThat(new HtmlCompressor().parse(text, CompressionContext.of(COUNTER)))
                .isEmpty();
    }

    @Test
    void hostile_pages_are_read_or_declined() {
        for (String text : List.of(
                "<div>".repeat(10_000) + "x",
                "<b><p>".repeat(400) + "x",
                "<table><tr><td>".repeat(300) + "x",
                "<a href='x'>".repeat(5_000) + "x",
                "<p class='" + "nav ".repeat(100_000) + "'>text of it",
                "<p>" + "&amp;".repeat(100_000),
                "<!--".repeat(10_000) + "<p>a</p>",
                "<p>unterminated <a href=\"",
                "<ul>" + "<li>x".repeat(20_000))) {
            new HtmlCompressor()
                    .parse(text, CompressionContext.of(COUNTER))
                    .ifPresent(content ->
                            assertThat(content.select(TokenBudget.tokens(50))).isPresent());
        }
    }

    private static String shown(String text, String query, int line) {
        String printed = new HtmlCompressor()
                .parse(text, CompressionContext.of(COUNTER).withQuery(query).startingAt(line))
                .flatMap(content -> content.select(TokenBudget.asFarAsSafe()))
                .orElseThrow()
                .markedWith(OriginalMarker.of(text));
        return printed.substring(0, printed.lastIndexOf('['));
    }
}
