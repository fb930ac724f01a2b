package io.github.headroom4j.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBudgetTest {

    @Test
    void should_refuse_a_limit_of_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenBudget.tokens(0))
                .withMessage("limit must be positive, but was 0");
    }

    @Test
    void should_leave_to_the_long_what_the_short_do_not_need() {
        assertThat(limits(TokenBudget.tokens(100), 10, 5_000, 30)).containsExactly(10, 60, 30);
        assertThat(limits(TokenBudget.tokens(100), 7_000, 10, 5_000)).containsExactly(45, 10, 45);
        assertThat(limits(TokenBudget.tokens(100), 7, 20)).containsExactly(7, 20);
        assertThat(limits(TokenBudget.tokens(2), 7, 20, 0)).containsExactly(1, 1, 1);
        assertThat(limits(TokenBudget.tokens(2))).isEmpty();
    }

    @Test
    void should_share_nothing_where_there_is_no_limit() {
        TokenBudget none = TokenBudget.asFarAsSafe();
        assertThat(none.shared(3, 4)).containsExactly(none, none);
    }

    @Test
    void should_name_a_need_below_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenBudget.tokens(5).shared(3, -4))
                .withMessage("needs[1] must not be negative, but was -4");
    }

    @Property(tries = 300, seed = "811")
    void should_stay_within_the_limit_and_give_each_an_equal_share_or_what_it_needs(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 5_000) Integer> needs,
            @ForAll @IntRange(min = 20, max = 20_000) int limit) {
        int[] shares = limits(TokenBudget.tokens(limit), needs);

        for (int i = 0; i < shares.length; i++) {
            assertThat(shares[i]).isBetween(Math.min(limit / shares.length, needs.get(i)), Math.max(1, needs.get(i)));
        }
        assertThat(Arrays.stream(shares).sum()
                        - Arrays.stream(shares).filter(share -> share == 1).count())
                .isLessThanOrEqualTo(limit);
    }

    @Property(tries = 300, seed = "812")
    void should_take_nothing_from_others_for_what_one_needs_beyond_its_share(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 5_000) Integer> needs,
            @ForAll @IntRange(min = 20, max = 20_000) int limit,
            @ForAll @IntRange(max = 1_000_000) int more) {
        int[] flooded = needs.stream().mapToInt(i -> i).toArray();
        flooded[0] = limit + more;
        int[] before = limits(TokenBudget.tokens(limit), flooded);
        flooded[0] += more;

        assertThat(limits(TokenBudget.tokens(limit), flooded)).isEqualTo(before);
    }

    private static int[] limits(TokenBudget budget, List<Integer> needs) {
        return limits(budget, needs.stream().mapToInt(i -> i).toArray());
    }

    private static int[] limits(TokenBudget budget, int... needs) {
        return budget.shared(needs).stream().mapToInt(TokenBudget::limit).toArray();
    }
}
