package io.github.headroom4j.compressor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.token.TokenBudget;
import java.util.Arrays;
import java.util.BitSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class SegmentSelectorTest {

    @Example
    void the_knee_keeps_what_carries_more_than_its_share() {
        assertThat(choose(new double[] {9, 1, 8, 1, 1, 1, 1, 1}, TokenBudget.asFarAsSafe()))
                .containsExactly(0, 2);
    }

    @Example
    void equal_scores_have_no_knee_and_ties_keep_the_order() {
        assertThat(choose(new double[] {1, 1, 1, 1}, TokenBudget.asFarAsSafe())).isEmpty();
        assertThat(choose(new double[] {1, 2, 2, 1}, TokenBudget.tokens(30))).containsExactly(0, 1, 2);
    }

    @Example
    void a_budget_is_filled_by_score_past_what_does_not_fit() {
        Candidates candidates = new Candidates(new double[] {3, 2, 1}, new int[] {5, 100, 5}, new BitSet());
        assertThat(SegmentSelector.choose(candidates, TokenBudget.tokens(10)).stream())
                .containsExactly(0, 2);
    }

    @Property(seed = "7601", tries = 500)
    void vital_segments_are_shown_worthless_ones_are_not_and_budgets_hold(
            @ForAll("candidates") Candidates candidates, @ForAll @IntRange(min = 1, max = 200) int limit) {
        for (TokenBudget budget : new TokenBudget[] {TokenBudget.tokens(limit), TokenBudget.asFarAsSafe()}) {
            BitSet chosen = SegmentSelector.choose(candidates, budget);
            BitSet optional = (BitSet) chosen.clone();
            optional.andNot(candidates.vital());
            assertThat(chosen.stream().filter(candidates.vital()::get).count())
                    .isEqualTo(candidates.vital().cardinality());
            assertThat(optional.stream().allMatch(i -> candidates.scores()[i] > 0))
                    .isTrue();
            assertThat(SegmentSelector.choose(candidates, budget)).isEqualTo(chosen);
            if (budget.bounded() && !optional.isEmpty()) {
                assertThat(chosen.stream().map(i -> candidates.costs()[i]).sum())
                        .isLessThanOrEqualTo(limit);
            }
        }
    }

    @Example
    void odd_scores_choose_nothing_for_their_score() {
        double[] odd = {Double.NaN, -1, 0};
        assertThat(choose(odd, TokenBudget.tokens(100))).isEmpty();
        assertThat(choose(odd, TokenBudget.asFarAsSafe())).isEmpty();
        assertThat(choose(new double[0], TokenBudget.asFarAsSafe())).isEmpty();
    }

    @Example
    void arrays_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> new Candidates(new double[2], new int[3], new BitSet()))
                .hasMessageContaining("there are 2, 3 and at least 0");
    }

    @Example
    void elision_notes_speak_in_the_numbers_of_the_original() {
        assertThat(Elision.lines(34, 153)).isEqualTo("… 120 lines (34-153)");
        assertThat(Elision.lines(7, 7)).isEqualTo("… 1 line (7)");
        assertThat(Elision.rows(0, 1)).isEqualTo("… 2 rows (0-1)");
        assertThatThrownBy(() -> Elision.rows(3, 2)).hasMessage("a note needs a range, but got 3 to 2");
    }

    @Provide
    Arbitrary<Candidates> candidates() {
        return Arbitraries.integers()
                .between(0, 30)
                .flatMap(n -> Combinators.combine(
                                Arbitraries.integers()
                                        .between(0, 9)
                                        .array(int[].class)
                                        .ofSize(n),
                                Arbitraries.integers()
                                        .between(0, 40)
                                        .array(int[].class)
                                        .ofSize(n),
                                Arbitraries.integers()
                                        .between(0, Math.max(0, n - 1))
                                        .set()
                                        .ofMaxSize(Math.min(n, 5)))
                        .as((scores, costs, vital) -> {
                            BitSet bits = new BitSet();
                            if (n > 0) {
                                vital.forEach(bits::set);
                            }
                            return new Candidates(
                                    Arrays.stream(scores).asDoubleStream().toArray(), costs, bits);
                        }));
    }

    private static int[] choose(double[] scores, TokenBudget budget) {
        int[] costs = new int[scores.length];
        Arrays.fill(costs, 10);
        return SegmentSelector.choose(new Candidates(scores, costs, new BitSet()), budget).stream()
                .toArray();
    }
}
