package io.github.headroom4j.compressor.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownSelectionTest {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    @Test
    void a_question_keeps_its_section_and_the_headings_of_the_others() {
        assertThat(shown(MarkdownSamples.readme(), "How many retries are made after a dry run?"))
                .isEqualTo("""
                        ---
                        title: Pump
                        ---
                        # Pump [![Build]](https://ci.example.org/pump)

                        … 8 lines (6-13)
                        ## Install

                        … 13 lines (16-28)
                        Configuration
                        -------------

                        … 2 lines (32-33)
                        | setting | default | meaning |
                        |---|---|---|
                        … 2 lines (36-37)
                        | retries | 5 | starts after a stop |

                        ### Retries

                        After a stop the pump waits for a minute and starts again. It does so five times. However, it never starts again
                        after a dry run. That has to be confirmed by a person.

                        ## Contributing

                        … 1 line (47)
                        """);
    }

    @Test
    void an_item_brings_the_sentence_that_introduces_its_list() {
        assertThat(shown(MarkdownSamples.readme(), "Which version of make?"))
                .contains("The following is needed:\n")
                .contains("- `make`, version 4 or later\n");
    }

    @Test
    void without_a_question_comments_badges_and_long_targets_go_and_nothing_else() {
        String shown = shown(MarkdownSamples.readme(), "");

        assertThat(shown)
                .contains("[a page about other systems](…).")
                .contains("… 5 lines (6-10)\nPump moves water")
                .doesNotContain("made by a script");
        assertThat(shown.substring(shown.indexOf("Pump moves")))
                .isEqualTo(MarkdownSamples.readme()
                        .substring(MarkdownSamples.readme().indexOf("Pump moves"))
                        .replaceAll("\\(https://docs.example.org[^)]*\\)", "(…)"));
    }

    @Test
    void an_identifier_of_the_question_stays_whatever_the_budget() {
        assertThat(shown(MarkdownSamples.changelog(), "Which release mentions order-4704?", TokenBudget.tokens(1)))
                .contains("## 3.4\n\n* Fix a leak of the valve when order-4704 is stopped twice.\n");
    }

    @Test
    void the_fences_of_blocks_that_others_read_stay() {
        String section = MarkdownSamples.between();
        String shown = new MarkdownCompressor()
                .parse(section, context("Why may it fail with a full tank?").startingAt(40))
                .flatMap(content -> content.select(TokenBudget.tokens(1)))
                .map(selection -> body(selection, section))
                .orElseThrow();

        assertThat(shown).startsWith("```\n\n").endsWith("```java\n").contains("It may fail if the tank is full.");
    }

    private static String shown(String text, String query) {
        return shown(text, query, TokenBudget.asFarAsSafe());
    }

    private static String shown(String text, String query, TokenBudget budget) {
        Optional<Selection> selection =
                new MarkdownCompressor().parse(text, context(query)).flatMap(content -> content.select(budget));
        return body(selection.orElseThrow(), text);
    }

    private static String body(Selection selection, String text) {
        String printed = selection.markedWith(OriginalMarker.of(text));
        return printed.substring(0, printed.lastIndexOf('['));
    }

    private static CompressionContext context(String query) {
        return CompressionContext.of(COUNTER).withQuery(query);
    }
}
