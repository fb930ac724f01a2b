package io.github.headroom4j.eval.workload.rag;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.workload.rag.OptionPhrases.Form;
import io.github.headroom4j.eval.workload.rag.OptionPhrases.Phrase;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionPhrasesTest {

    @Test
    void a_thing_is_named_without_its_article() {
        assertThat(phrase("The maximum number of idle threads to keep. More are ended."))
                .contains(new Phrase(
                        Form.THING,
                        "maximum number of idle threads to keep",
                        "The maximum number of idle threads to keep"));
        assertThat(phrase("URL of the server that issues all tokens"))
                .map(Phrase::words)
                .contains("URL of the server that issues all tokens");
    }

    @Test
    void whether_and_how_begin_a_clause() {
        assertThat(phrase("Whether to compress the bodies of responses."))
                .contains(new Phrase(
                        Form.CLAUSE,
                        "whether to compress the bodies of responses",
                        "Whether to compress the bodies of responses"));
    }

    @Test
    void what_a_configuration_says_of_itself_is_what_it_does() {
        assertThat(phrase("This configuration controls how often the log is flushed to disk. Use with care."))
                .contains(new Phrase(
                        Form.ACTION,
                        "controls how often the log is flushed to disk",
                        "This configuration controls how often the log is flushed to disk"));
    }

    @Test
    void other_sentences_are_no_phrases() {
        assertThat(phrase("Enable the feature that compresses all responses.")).isEmpty();
        assertThat(phrase("Name of it.")).as("too short").isEmpty();
        assertThat(phrase("The number of times that the.option itself is read again."))
                .as("names itself")
                .isEmpty();
        assertThat(phrase("The " + "very ".repeat(40) + "long one.")).isEmpty();
        assertThat(phrase("")).isEmpty();
    }

    private static Optional<Phrase> phrase(String description) {
        return OptionPhrases.of(new DocumentedOption("lib/doc", "the.option", description, Map.of()));
    }
}
