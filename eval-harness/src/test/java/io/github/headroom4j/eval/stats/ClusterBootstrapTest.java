package io.github.headroom4j.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {

    private static final Protocol PROTOCOL = new Protocol(2, 0.95, 10_000, 7, 20, 8);
    private final ClusterBootstrap bootstrap = new ClusterBootstrap(PROTOCOL);

    @Test
    void generator_follows_the_published_sequence() {
        // The first outputs of SplitMix64 for seed 1234567, as in the reference implementation's test vector.
        SplitMix64 random = new SplitMix64(1234567);
        assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
        assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
        assertThat(random.nextLong()).isEqualTo(-8629252141511181193L);
    }

    @Test
    void should_give_exactly_zero_when_no_pair_differs() {
        assertThat(bootstrap.estimate(spread(30, 0))).isEqualTo(new Estimate(0, 0, 0));
    }

    @Test
    void should_agree_with_all_possible_resamples_when_there_are_few_clusters() {
        double[] values = {-0.3, 0.1, 0.2, 0.6};
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            observations.add(new Observation("c" + i, values[i], 1));
        }

        Estimate estimate = bootstrap.estimate(observations);

        // 4^4 equally likely draws; the 2.5 % and 97.5 % points of their means.
        double[] means = new double[256];
        for (int draw = 0; draw < means.length; draw++) {
            double sum = 0;
            for (int i = 0, rest = draw; i < 4; i++, rest /= 4) {
                sum += values[rest % 4];
            }
            means[draw] = sum / 4;
        }
        Arrays.sort(means);
        assertThat(estimate.value()).isCloseTo(0.15, within(1e-12));
        assertThat(estimate.lower()).isCloseTo(means[6], within(0.051));
        assertThat(estimate.upper()).isCloseTo(means[249], within(0.051));
    }

    @Test
    void should_keep_cases_of_a_cluster_together() {
        List<Observation> together = new ArrayList<>();
        List<Observation> apart = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            double value = i % 10 < 5 ? 0.1 : -0.1;
            together.add(new Observation("c" + i % 10, value, 1));
            apart.add(new Observation("c" + i, value, 1));
        }
        Estimate wide = bootstrap.estimate(together);
        Estimate narrow = bootstrap.estimate(apart);
        // Ten clusters of ten equal values hold the information of ten cases: about sqrt(10) times as wide.
        assertThat((wide.upper() - wide.lower()) / (narrow.upper() - narrow.lower()))
                .isBetween(2.5, 3.8);
    }

    @Test
    void should_weigh_by_denominators() {
        List<Observation> observations = List.of(new Observation("a", 90, 100), new Observation("b", 0, 300));
        assertThat(bootstrap.estimate(observations)).isEqualTo(new Estimate(0.225, 0, 0.9));
    }

    @Test
    void should_refuse_no_observations() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bootstrap.estimate(List.of()))
                .withMessageContaining("observations");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Observation("a", 1, 0))
                .withMessageContaining("denominator");
    }

    @Property(seed = "11", tries = 50)
    void should_not_depend_on_order_and_enclose_the_value(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = -1, max = 1) Double> differences) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < differences.size(); i++) {
            observations.add(new Observation("c" + i, differences.get(i), 1));
        }
        Estimate estimate = new ClusterBootstrap(new Protocol(2, 0.95, 500, 3, 1, 1)).estimate(observations);
        List<Observation> reversed = new ArrayList<>(observations);
        java.util.Collections.reverse(reversed);
        Estimate again = new ClusterBootstrap(new Protocol(2, 0.95, 500, 3, 1, 1)).estimate(reversed);
        assertThat(again).isEqualTo(estimate);
        assertThat(estimate.lower()).isLessThanOrEqualTo(estimate.upper());
        assertThat(estimate.value())
                .isBetween(
                        differences.stream().min(Double::compare).orElseThrow() - 1e-9,
                        differences.stream().max(Double::compare).orElseThrow() + 1e-9);
    }

    @Test
    void verdicts_follow_the_interval() {
        assertThat(PROTOCOL.judge(new Estimate(0, -0.019, 0.01), 50, 10)).isEqualTo(Verdict.NON_INFERIOR);
        assertThat(PROTOCOL.judge(new Estimate(0, -0.02, 0.01), 50, 10)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(PROTOCOL.judge(new Estimate(-0.02, -0.04, -0.01), 50, 10)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(PROTOCOL.judge(new Estimate(-0.05, -0.09, -0.021), 50, 10)).isEqualTo(Verdict.INFERIOR);
        assertThat(PROTOCOL.judge(new Estimate(0, 0, 0), 19, 10)).isEqualTo(Verdict.TOO_FEW);
        assertThat(PROTOCOL.judge(new Estimate(0, 0, 0), 50, 7)).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void should_call_a_planted_loss_of_ten_points_inferior() {
        Estimate estimate = bootstrap.estimate(spread(100, -0.10));
        assertThat(estimate.value()).isCloseTo(-0.10, within(1e-9));
        assertThat(PROTOCOL.judge(estimate, 100, 100)).isEqualTo(Verdict.INFERIOR);
    }

    @Test
    void should_be_inconclusive_when_noise_hides_the_margin() {
        List<Observation> noisy = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            noisy.add(new Observation("c" + i, i % 2 == 0 ? 0.3 : -0.3, 1));
        }
        assertThat(PROTOCOL.judge(bootstrap.estimate(noisy), 40, 40)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void standard_protocol_is_what_was_fixed_beforehand() {
        assertThat(Protocol.standard()).isEqualTo(new Protocol(2.0, 0.95, 10_000, 20261122, 20, 8));
        assertThat(Verdict.TOO_FEW.label()).isEqualTo("too few");
        assertThatIllegalArgumentException().isThrownBy(() -> new Protocol(0, 0.95, 10_000, 1, 1, 1));
    }

    /** Differences around a mean, one cluster each. */
    private static List<Observation> spread(int cases, double mean) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            double noise = mean == 0 ? 0 : (i % 2 == 0 ? 0.05 : -0.05);
            observations.add(new Observation("c" + i, mean + noise, 1));
        }
        return observations;
    }
}
