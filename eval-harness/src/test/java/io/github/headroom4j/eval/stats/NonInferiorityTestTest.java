package io.github.headroom4j.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NonInferiorityTestTest {

    private static final Protocol PROTOCOL = new Protocol(2, 0.95, 10_000, 7, 20, 8);
    private static final double MARGIN = 0.02;
    private final ClusterBootstrap bootstrap = new ClusterBootstrap(PROTOCOL);

    @Test
    void should_be_sure_when_no_pair_differs() {
        NonInferiorityTest test = bootstrap.test(alternating(40, 0, 0), MARGIN);

        assertThat(test.estimate()).isEqualTo(new Estimate(0, 0, 0));
        assertThat(test.pValue()).isEqualTo(1.0 / 10_001);
        assertThat(test.power()).isEqualTo(1);
        assertThat(test.casesFactor()).isZero();
        assertThat(test.detectableLoss()).isEqualTo(MARGIN);
    }

    @Test
    void should_have_the_standard_error_of_the_mean() {
        // Each of 100 clusters is +0.1 or -0.1: the deviation is 0.1, that of the mean 0.01.
        NonInferiorityTest test = bootstrap.test(alternating(100, 0.1, -0.1), MARGIN);

        assertThat(test.standardError()).isCloseTo(0.01, within(0.0003));
        // The margin is two standard errors: the share of a normal distribution beyond them is 0.0228.
        assertThat(test.pValue()).isCloseTo(0.0228, within(0.006));
        // It takes 1.96 to be called non-inferior: about even.
        assertThat(test.power()).isCloseTo(0.516, within(0.03));
        // (1.96 + 0.84)² / 2² = 1.96 times as many.
        assertThat(test.casesFactor()).isCloseTo(1.96, within(0.13));
        assertThat(test.detectableLoss()).isCloseTo(0.02 + 2.8 * 0.01, within(0.001));
    }

    @Test
    void should_agree_with_the_interval_on_which_side_of_the_margin_it_lies() {
        for (double shift : new double[] {-0.05, -0.03, -0.01, 0, 0.02}) {
            NonInferiorityTest test = bootstrap.test(alternating(100, shift + 0.05, shift - 0.05), MARGIN);

            assertThat(test.estimate()).isEqualTo(bootstrap.estimate(alternating(100, shift + 0.05, shift - 0.05)));
            assertThat(test.estimate().lower() > -MARGIN).as("shift %s", shift).isEqualTo(test.pValue() <= 0.025);
        }
    }

    private static List<Observation> alternating(int clusters, double even, double odd) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < clusters; i++) {
            observations.add(new Observation("c" + i, i % 2 == 0 ? even : odd, 1));
        }
        return observations;
    }
}
