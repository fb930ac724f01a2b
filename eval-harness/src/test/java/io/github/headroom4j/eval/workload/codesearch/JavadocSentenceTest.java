package io.github.headroom4j.eval.workload.codesearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavadocSentenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Joins the parts of a path. More text. | Joins the parts of a path.
                    Joins {@code a, b} with <b>one</b> slash each | Joins a, b with one slash each
                    Joins {@link Path#of(String) some paths} and {@link Other#join(int)} too. | Joins some paths and Other.join too.
                    Joins the parts, e.g. two of them, here. | Joins the parts, e.g. two of them, here.
                    Joins lists of type List&lt;A&gt; &amp; others. | Joins lists of type List<A> & others.
                    <p>Joins the parts of a path<p>More. | Joins the parts of a path
                    Joins version 1.2 with version 1.3 of it. | Joins version 1.2 with version 1.3 of it.
                    """)
    void should_give_plain_text_when_the_sentence_has_markup(String javadoc, String sentence) {
        assertThat(JavadocSentence.first(javadoc)).isEqualTo(sentence);
    }

    @Test
    void should_join_lines_and_stop_at_tags_when_the_comment_is_a_block() {
        String javadoc = """

                     * Splits a line of text
                     * into the words it holds
                     * @param line what to split
                     * @return the words
                     """;

        assertThat(JavadocSentence.first(javadoc)).isEqualTo("Splits a line of text into the words it holds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{@inheritDoc}",
                "Closes this stream now.",
                "Returns the value of the property named so.",
                "Gets the name of this very thing here.",
                "Same as the other method, but without a limit.",
                "See the other method for what this does.",
                "@return the number of things in this big collection",
                "Does one of the following things here:",
                "Prints \"hello\" to the console of the user.",
                "1 is added to the number of the counter."
            })
    void should_refuse_when_the_sentence_does_not_describe_a_method(String javadoc) {
        assertThat(JavadocSentence.first(javadoc)).isNull();
    }

    @Test
    void should_refuse_when_the_sentence_is_a_long_text() {
        assertThat(JavadocSentence.first("Adds " + "one more word ".repeat(20))).isNull();
    }

    @Test
    void should_stay_fast_and_safe_when_the_comment_is_hostile() {
        assertThat(JavadocSentence.first("{@link ".repeat(100_000))).isNull();
        assertThat(JavadocSentence.first("<a ".repeat(100_000) + "*".repeat(100_000)))
                .isNull();
    }
}
