package io.github.headroom4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SetF1Test {

    private static final BiPredicate<String, String> EQUAL = String::equals;

    @Test
    void should_count_hits_misses_and_extras() {
        Score score = SetF1.score(Set.of("a", "b", "c"), List.of("a", "x"), EQUAL);
        assertThat(score).isEqualTo(new Score(3, 2, 1));
        assertThat(score.f1()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void should_be_perfect_when_nothing_is_to_be_found_and_nothing_is_said() {
        assertThat(SetF1.score(Set.of(), List.of(), EQUAL).f1()).isEqualTo(1);
        assertThat(SetF1.score(Set.of(), List.of("x"), EQUAL).f1()).isEqualTo(0);
        assertThat(SetF1.score(Set.of("a"), List.of(), EQUAL).f1()).isEqualTo(0);
    }

    @Test
    void should_count_a_repeated_answer_once() {
        assertThat(SetF1.score(Set.of("a"), List.of("a", "a"), EQUAL)).isEqualTo(new Score(1, 2, 1));
    }

    @Test
    void should_find_the_pairing_that_greed_misses() {
        // Greedy pairing gives "1" the answer "2" and leaves "3" alone; both can be paired.
        BiPredicate<String, String> near =
                (gold, answer) -> Math.abs(Integer.parseInt(gold) - Integer.parseInt(answer)) <= 1;
        assertThat(SetF1.score(Set.of("1", "3"), List.of("2", "0"), near)).isEqualTo(new Score(2, 2, 2));
    }

    @Property(seed = "5", tries = 300)
    void should_match_as_many_as_the_best_of_all_assignments(
            @ForAll @IntRange(min = 0, max = 5) int gold,
            @ForAll @IntRange(min = 0, max = 5) int answers,
            @ForAll long bits) {
        BiPredicate<String, String> matches =
                (g, a) -> (bits >>> (Integer.parseInt(g) * 5 + Integer.parseInt(a)) & 1) == 1;
        Score score = SetF1.score(names(gold), names(answers), matches);
        assertThat(score.matched()).isEqualTo(best(names(gold), names(answers), matches));
    }

    @Test
    void score_refuses_more_matches_than_items() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Score(1, 1, 2))
                .withMessageContaining("matched");
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    /** Tries everything. */
    private static int best(List<String> gold, List<String> answers, BiPredicate<String, String> matches) {
        if (gold.isEmpty()) {
            return 0;
        }
        List<String> rest = gold.subList(1, gold.size());
        int best = best(rest, answers, matches);
        for (String answer : answers) {
            if (matches.test(gold.get(0), answer)) {
                List<String> left = new ArrayList<>(answers);
                left.remove(answer);
                best = Math.max(best, 1 + best(rest, left, matches));
            }
        }
        return best;
    }
}
