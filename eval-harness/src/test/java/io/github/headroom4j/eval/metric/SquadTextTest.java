package io.github.headroom4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases that the description of SQuAD's evaluation names. */
class SquadTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'The Eiffel Tower.'|eiffel tower",
                "'an apple, a day'|apple day",
                "'Theatre and another'|theatre and another",
                "'U.S.A.'|usa",
                "'state-of-the-art'|stateoftheart",
                "'$1,000.50'|100050",
                "'École Normale'|école normale",
                "'the'|''",
                "'A. The, an!'|''",
                "'10–12 °C'|10–12 °c",
                "'snake_case'|snakecase",
            })
    void should_compare_without_capitals_punctuation_and_articles(String text, String words) {
        assertThat(String.join(" ", SquadText.words(text))).isEqualTo(words);
    }

    @Test
    void should_cut_at_any_white_space() {
        assertThat(SquadText.words("  two\t words \n again\u00a0here "))
                .containsExactly("two", "words", "again", "here");
        assertThat(SquadText.words("")).isEmpty();
    }

    @Test
    void should_count_words_that_both_share_as_often_as_both_have_them() {
        assertThat(SquadText.score(List.of("big big dog"), "big dog dog")).isEqualTo(new Score(3, 3, 2));
        assertThat(SquadText.score(List.of("the RNA interference pathway"), "RNA interference")
                        .f1())
                .isCloseTo(0.8, within(1e-12));
        assertThat(SquadText.score(List.of("Paris"), "London").f1()).isZero();
    }

    @Test
    void should_take_the_gold_answer_that_fits_best() {
        List<String> gold = List.of("in the year 1912", "1912", "April 1912");
        assertThat(SquadText.score(gold, "1912")).isEqualTo(new Score(1, 1, 1));
        assertThat(SquadText.exact(gold, "April, 1912")).isTrue();
        assertThat(SquadText.exact(gold, "May 1912")).isFalse();
        assertThat(SquadText.score(gold, "May 1912").f1()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void should_want_an_empty_answer_where_there_is_none() {
        assertThat(SquadText.score(List.of(), "").f1()).isEqualTo(1);
        assertThat(SquadText.exact(List.of(), "")).isTrue();
        assertThat(SquadText.score(List.of(), "Paris").f1()).isZero();
        assertThat(SquadText.exact(List.of(), "Paris")).isFalse();
        assertThat(SquadText.score(List.of("Paris"), "").f1()).isZero();
        assertThat(SquadText.exact(List.of("Paris"), "")).isFalse();
    }

    @Test
    void should_take_a_gold_answer_of_articles_alone_for_none() {
        assertThat(SquadText.score(List.of("The"), "a").f1()).isEqualTo(1);
        assertThat(SquadText.score(List.of("The", "Paris"), "").f1()).isZero();
    }

    @Test
    void should_find_whole_answers_in_a_text() {
        assertThat(SquadText.holds(List.of("the 40 ms"), "It waits (40 ms).")).isTrue();
        assertThat(SquadText.holds(List.of("4"), "It waits 40 ms.")).isFalse();
        assertThat(SquadText.holds(List.of("the"), "the")).isFalse();
        assertThat(SquadText.holds(List.of(), "anything")).isFalse();
    }
}
