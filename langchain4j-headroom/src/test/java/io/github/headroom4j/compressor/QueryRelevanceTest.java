package io.github.headroom4j.compressor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

final class QueryRelevanceTest {

    private static final List<String> LINES = List.of(
            "request served by node a",
            "request refused by node b, pool exhausted",
            "request served by node a",
            "pool size is 10");

    @Example
    void the_segment_with_the_rarest_terms_is_nearest() {
        double[] scores = QueryRelevance.to("Why was the request refused, pool exhausted?")
                .score(LINES);
        assertThat(scores[1]).isGreaterThan(scores[3]);
        assertThat(scores[3]).isGreaterThan(scores[0]);
        assertThat(scores[0]).isEqualTo(scores[2]).isPositive();
    }

    @Example
    void without_a_question_nothing_is_near() {
        for (String query : new String[] {"", "what is the", "?"}) {
            assertThat(QueryRelevance.to(query).isPresent()).isFalse();
            assertThat(QueryRelevance.to(query).score(LINES)).containsOnly(0);
            assertThat(QueryRelevance.to(query).naming(LINES)).isEmpty();
        }
        assertThat(QueryRelevance.to("pool").score(List.of())).isEmpty();
    }

    @Example
    void a_segment_that_holds_a_named_identifier_is_found() {
        List<String> lines = IntStream.range(0, 100)
                .mapToObj(i -> "order-" + (4700 + i) + " in cart-77")
                .toList();
        assertThat(QueryRelevance.to("What about order-4711?").naming(lines)).containsExactly(11);
        // On every line: it names a kind, not a record.
        assertThat(QueryRelevance.to("What about cart-77?").naming(lines)).isEmpty();
        assertThat(QueryRelevance.to("What about orders?").naming(lines)).isEmpty();
    }

    @Example
    void inflections_of_a_word_are_one_word() {
        double[] scores = QueryRelevance.to("checks whether strings are stripped")
                .score(List.of("the check of a string", "strips it", "void isBlank()", "a strip of paper"));
        assertThat(scores[0]).isPositive();
        assertThat(scores[1]).isPositive().isEqualTo(scores[3], within(0.2));
        assertThat(scores[2]).isZero();
    }

    @Example
    void what_user_and_agent_both_say_counts_more_than_what_one_says() {
        List<String> lines = List.of("the method that answers", "bracket", "nothing");
        String question = "Which method answers this: bracket?";
        double[] once = QueryRelevance.to(question).score(lines);
        double[] twice = QueryRelevance.to(question + "\nbracket").score(lines);
        assertThat(once[0]).isGreaterThan(once[1]);
        assertThat(twice[1]).isGreaterThan(twice[0]);
        assertThat(twice[1]).isEqualTo(4 * once[1], within(1e-9));
        // A habit of writing, not a wish.
        assertThat(QueryRelevance.to("bracket ".repeat(50)).score(lines)[1]).isEqualTo(twice[1], within(1e-9));
    }

    @Example
    void a_name_is_spoken_of_by_its_parts() {
        QueryRelevance relevance = QueryRelevance.to("reads up to the matching bracket\nmatching brackets");
        assertThat(relevance.shareOf("matchBracket")).isEqualTo(1, within(1e-9));
        assertThat(relevance.shareOf("readBracket")).isBetween(0.5, 0.9);
        assertThat(relevance.shareOf("bracket")).isEqualTo(1, within(1e-9));
        assertThat(relevance.shareOf("close")).isZero();
        assertThat(relevance.shareOf("")).isZero();
        assertThat(QueryRelevance.to("").shareOf("bracket")).isZero();
    }

    @Property(seed = "7501", tries = 300)
    void scores_do_not_depend_on_the_order_of_segments(@ForAll @Size(max = 20) List<String> texts) {
        List<String> segments = new ArrayList<>(texts);
        segments.add("pool refused");
        double[] forward = QueryRelevance.to("pool refused 4711").score(segments);
        Collections.reverse(segments);
        double[] backward = QueryRelevance.to("pool refused 4711").score(segments);
        for (int i = 0; i < forward.length; i++) {
            assertThat(backward[forward.length - 1 - i])
                    .isEqualTo(forward[i])
                    .isNotNegative()
                    .isFinite();
        }
    }
}
