package io.github.headroom4j.compressor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class StemNumbersTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abAB .-_/:@'9\n\u6f22\u00e9").ofMaxLength(80);
    }

    @Property(tries = 300)
    void numbers_should_stand_for_the_stems_of_each_text(@ForAll List<@From("texts") String> texts) {
        StemNumbers numbers = new StemNumbers(Pace.unhurried());
        List<int[]> read = texts.stream().map(numbers::of).toList();
        String[] stems = numbers.stems();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(Arrays.stream(read.get(i)).mapToObj(number -> stems[number]))
                    .containsExactlyElementsOf(Stems.of(texts.get(i)));
        }
        assertThat(stems).hasSize(numbers.count()).doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void segments_that_are_read_already_should_score_as_their_texts(
            @ForAll @From("texts") String query, @ForAll List<@From("texts") String> texts) {
        StemNumbers numbers = new StemNumbers(Pace.unhurried());
        List<int[]> read = texts.stream().map(numbers::of).toList();
        QueryRelevance relevance = QueryRelevance.to(query);

        assertThat(relevance.score(read, numbers)).containsExactly(relevance.score(texts));
    }

    @Example
    void stems_that_were_read_elsewhere_should_count_for_nothing() {
        StemNumbers numbers = new StemNumbers(Pace.unhurried());
        numbers.of("the pool is exhausted");
        List<String> texts = List.of("requests are refused", "a request is served", "nodes");
        List<int[]> read = texts.stream().map(numbers::of).toList();
        QueryRelevance relevance = QueryRelevance.to("Why was the request refused, pool exhausted?");

        assertThat(relevance.score(read, numbers)).containsExactly(relevance.score(texts));
        assertThat(relevance.score(read, numbers)[0]).isPositive();
    }
}
