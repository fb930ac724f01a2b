package io.github.headroom4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void savings_fall_into_steps_of_ten_percent() {
        Spread spread = Spread.ofSavings(new double[] {-0.2, 0, 0.05, 0.1, 0.95, 1});
        assertThat(spread.bins())
                .contains(new Spread.Bin("grew", 1), new Spread.Bin("0–10 %", 2), new Spread.Bin("10–20 %", 1))
                .endsWith(new Spread.Bin("90–100 %", 2));
        assertThat(spread.quantiles()).containsExactly(-0.2, -0.2, 0.0, 0.05, 0.95, 1.0, 1.0);
    }

    @Test
    void equal_scores_are_neither_gain_nor_loss() {
        Spread spread = Spread.ofDifferences(new double[] {-1, -0.5, -0.1, 0, 1e-12, 0.1, 0.3});
        assertThat(spread.bins())
                .containsExactly(
                        new Spread.Bin("−100 to −50", 2),
                        new Spread.Bin("−50 to −25", 0),
                        new Spread.Bin("−25 to −10", 1),
                        new Spread.Bin("−10 to 0", 0),
                        new Spread.Bin("same", 2),
                        new Spread.Bin("0 to +10", 0),
                        new Spread.Bin("+10 to +25", 1),
                        new Spread.Bin("+25 to +50", 1),
                        new Spread.Bin("+50 to +100", 0));
    }

    @Property
    void every_case_is_in_one_bin(@ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1, max = 1) Double> cases) {
        double[] values = cases.stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(sum(Spread.ofDifferences(values))).isEqualTo(values.length);
        assertThat(sum(Spread.ofSavings(values))).isEqualTo(values.length);
        assertThat(Spread.ofSavings(values).quantiles()).isSorted().last().isEqualTo(Collections.max(cases));
    }

    private static int sum(Spread spread) {
        return spread.bins().stream().mapToInt(Spread.Bin::cases).sum();
    }
}
