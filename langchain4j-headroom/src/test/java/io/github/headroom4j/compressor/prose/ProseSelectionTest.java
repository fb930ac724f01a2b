package io.github.headroom4j.compressor.prose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseSelectionTest {

    private static final TokenCounter COUNTER = TokenCounter.o200k();
    private static final Pattern NOTE = Pattern.compile(
            "(?m)^… \\d+ lines? \\(\\d+(-\\d+)?\\)$" + "|… \\d+ sentences? \\(\\d+(-\\d+)?\\)|(?<=[.!?] )…(?=\\s)");

    @Test
    void a_question_keeps_what_answers_it_under_its_title() {
        assertThat(shown(ProseSamples.paragraphs(), "Who accepted the plan of the tower, and who planned it?"))
                .isEqualTo("""
                        The lighthouse of Kap Arnau

                        Planning and building

                        The lighthouse of Kap Arnau was planned in 1868, after three ships had been lost within a single winter. The first drawings came from Dr. H. Lindqvist, who had built two smaller towers further south. However, the council rejected them because the foundation would not have stood on the soft rock. A second plan by the engineer Marta Oyelaran was accepted in 1871. It moved the tower forty metres inland. … 11 sentences (5-11)

                        The keepers

                        Life at the cape was quiet and repetitive. … 5 sentences (15)
                        """);
    }

    @Test
    void wrapped_sentences_stay_whole() {
        assertThat(shown(ProseSamples.wrapped(), "Which version is the primary upgraded to?"))
                .contains("Then the primary is upgraded to version 15.4\nand the schema changes are applied.");
    }

    @Test
    void a_sentence_that_points_back_brings_the_one_before() {
        assertThat(shown(ProseSamples.paragraphs(), "What was rejected by the council and why?"))
                .contains(
                        "Lindqvist, who had built two smaller towers further south. However, the council rejected them");
    }

    @Test
    void what_was_said_goes_unless_a_number_or_a_denial_differs() {
        assertThat(shown(ProseSamples.repeating(), "")).endsWith("""
                        Work on the second pump will begin as soon as the spare parts have arrived.

                        The pump in hall three was serviced by the night crew and all seals were replaced with new ones. Its pressure stood at 4.7 bar when the crew had left the hall in the morning. The operator in charge was not told about the remaining vibration of the shaft. … 1 sentence (3)
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Summarize this document, please.", "Quantum chromodynamics"})
    void without_a_question_for_something_in_the_text_nothing_is_chosen(String query) {
        assertThat(read(ProseSamples.paragraphs(), query).flatMap(content -> content.select(TokenBudget.asFarAsSafe())))
                .isEmpty();
    }

    @Test
    void a_line_named_by_the_question_stays_whatever_the_budget() {
        String printed = read(ProseSamples.wrapped(), "Is db-bill-02 a replica?")
                .flatMap(content -> content.select(TokenBudget.tokens(1)))
                .orElseThrow()
                .markedWith(OriginalMarker.of("x"));

        assertThat(printed).contains("  db-bill-02      replica   13.9\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.port=8080\nserver.name=billing main instance\nspring.datasource.url=jdbc:h2:mem:test\n",
                "PID   USER  COMMAND\n1     root  /sbin/init splash\n812   www   nginx: worker process\n",
                "Name: Anna Berg\nCity: Oslo\nRole: Lead engineer of the platform\nSince: 2019\n",
                "k3j2 h4k5 j6h7 k8l9 q0w1 e2r3 t4y5 u6i7 o8p9 a0s1 d2f3 g4h5 j6k7 l8z9\n",
                "[main]\nenabled = yes\npaths = /a /b /c\n\n[other]\nenabled = no\n"
            })
    void what_is_no_prose_is_left_alone(String text) {
        assertThat(read(text.repeat(20), "Which port has the billing instance of Anna?"))
                .isEmpty();
    }

    @Property(tries = 60, seed = "7402")
    void all_but_the_notes_is_verbatim_and_in_order(@ForAll @IntRange(min = 1, max = 400) int budget) {
        for (String text : List.of(ProseSamples.paragraphs(), ProseSamples.wrapped())) {
            String body = read(text, "When was the lamp or the database replaced?")
                    .flatMap(content -> content.select(TokenBudget.tokens(budget)))
                    .map(selection -> selection.markedWith(OriginalMarker.of("x")))
                    .map(printed -> printed.substring(0, printed.lastIndexOf("\n[")))
                    .orElse(text);
            int at = 0;
            for (String kept : NOTE.split(body, -1)) {
                int found = text.indexOf(kept.strip(), at);
                assertThat(found).as(kept).isGreaterThanOrEqualTo(at);
                at = found + kept.strip().length();
            }
        }
    }

    @Test
    void notes_name_the_lines_of_the_original() {
        String text = ProseSamples.paragraphs();
        String printed = new ProseCompressor()
                .parse(
                        text,
                        CompressionContext.of(COUNTER)
                                .withQuery("Who was the last keeper?")
                                .startingAt(101))
                .flatMap(content -> content.select(TokenBudget.asFarAsSafe()))
                .orElseThrow()
                .markedWith(OriginalMarker.of(text));

        assertThat(NOTE.matcher(printed).results().map(MatchResult::group))
                .first()
                .isEqualTo("… 12 lines (101-112)");
    }

    private static String shown(String text, String query) {
        String printed = read(text, query)
                .flatMap(content -> content.select(TokenBudget.asFarAsSafe()))
                .orElseThrow()
                .markedWith(OriginalMarker.of(text));
        return printed.substring(0, printed.lastIndexOf('['));
    }

    private static Optional<? extends Selectable> read(String text, String query) {
        return new ProseCompressor().parse(text, CompressionContext.of(COUNTER).withQuery(query));
    }
}
