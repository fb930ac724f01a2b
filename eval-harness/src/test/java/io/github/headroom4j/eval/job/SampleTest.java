package io.github.headroom4j.eval.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.dataset.EvalCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SampleTest {

    @Property(tries = 200)
    void a_sample_has_the_shares_of_the_whole(
            @ForAll @IntRange(min = 1, max = 400) int cases, @ForAll @IntRange(min = 1, max = 400) int size) {
        List<EvalCase> whole = cases(cases);
        List<EvalCase> sample = Sample.of(whole, size);

        assertThat(sample).hasSize(Math.min(cases, size)).isSubsetOf(whole);
        assertThat(sample).isSortedAccordingTo((a, b) -> Integer.compare(whole.indexOf(a), whole.indexOf(b)));
        for (Function<EvalCase, String> stratum : List.<Function<EvalCase, String>>of(
                EvalCase::split, one -> one.split() + one.tier(), one -> one.split() + one.tier() + one.cluster())) {
            Map<String, Long> drawn = count(sample, stratum);
            count(whole, stratum)
                    .forEach((name, all) -> assertThat((double) drawn.getOrDefault(name, 0L))
                            .as(name)
                            .isStrictlyBetween(
                                    (double) all * sample.size() / cases - 1,
                                    (double) all * sample.size() / cases + 1));
        }
    }

    @Property(tries = 50)
    void which_cases_are_drawn_does_not_depend_on_their_order(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll Random random) {
        List<EvalCase> whole = cases(300);
        List<EvalCase> shuffled = new ArrayList<>(whole);
        Collections.shuffle(shuffled, random);

        assertThat(ids(Sample.of(shuffled, size))).isEqualTo(ids(Sample.of(whole, size)));
    }

    private static Set<String> ids(List<EvalCase> cases) {
        return cases.stream().map(EvalCase::id).collect(Collectors.toSet());
    }

    private static Map<String, Long> count(List<EvalCase> cases, Function<EvalCase, String> stratum) {
        return cases.stream().collect(Collectors.groupingBy(stratum, Collectors.counting()));
    }

    private static List<EvalCase> cases(int count) {
        List<EvalCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(new EvalCase(
                    "case-" + i,
                    "cluster-" + i * 7 % 13,
                    i % 3 == 0 ? "dev" : "test",
                    i % 5 == 0 ? "ceiling" : "typical",
                    "",
                    "?",
                    List.of(),
                    Set.of("x"),
                    List.of()));
        }
        return cases;
    }
}
