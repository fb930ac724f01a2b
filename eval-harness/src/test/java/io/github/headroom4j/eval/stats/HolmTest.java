package io.github.headroom4j.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HolmTest {

    @Test
    void should_multiply_by_how_many_are_left_and_never_fall() {
        // Worked by hand: sorted .005, .01, .03, .04 times 4, 3, 2, 1 gives .02, .03, .06, .04; the last is raised to
        // .06.
        List<Double> adjusted = Holm.adjust(List.of(0.01, 0.04, 0.03, 0.005));

        assertThat(adjusted)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
                .containsExactly(0.03, 0.06, 0.06, 0.02);
    }

    @Test
    void should_leave_a_single_one_alone_and_stop_at_one() {
        assertThat(Holm.adjust(List.of(0.03)).get(0)).isCloseTo(0.03, within(1e-12));
        assertThat(Holm.adjust(List.of(0.7, 0.8))).containsExactly(1.0, 1.0);
        assertThat(Holm.adjust(List.of())).isEmpty();
    }

    @Test
    void should_name_a_value_that_is_no_probability() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holm.adjust(List.of(0.2, 1.5)))
                .withMessageContaining("1.5");
    }

    @Property(seed = "20261127")
    void should_lie_between_the_value_and_bonferroni_in_any_order(
            @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = 0, max = 1) Double> values) {
        List<Double> adjusted = Holm.adjust(values);
        List<Double> reversed = new ArrayList<>(values);
        Collections.reverse(reversed);
        for (int i = 0; i < values.size(); i++) {
            assertThat(adjusted.get(i)).isBetween(values.get(i), Math.min(1, values.get(i) * values.size()) + 1e-12);
        }
        assertThat(Holm.adjust(reversed)).containsExactlyInAnyOrderElementsOf(adjusted);
    }
}
