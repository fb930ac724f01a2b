package io.github.headroom4j.compressor;

import static org.assertj.core.api.Assertions.assertThat;

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
