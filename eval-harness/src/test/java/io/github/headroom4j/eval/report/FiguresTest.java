package io.github.headroom4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.stats.Estimate;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void should_print_what_programs_would_print_of_their_figures() {
        // Both are 0.8665 and 0.8315 to six decimals, from which the page prints 86.6 and 0.832.
        assertThat(Figures.percent(0.86650003)).isEqualTo("86.6 %");
        assertThat(Figures.f1(0.83149996)).isEqualTo("0.832");
        assertThat(Figures.percents(new Estimate(0.5, 0.86650003, 0.9))).isEqualTo("[86.6, 90.0]");
    }

    @Test
    void should_never_print_a_negative_nothing() {
        assertThat(Figures.points(-0.0000001)).isEqualTo("0.00");
        assertThat(Figures.points(0.0123)).isEqualTo("+1.23");
        assertThat(Figures.p(0.0004)).isEqualTo("< 0.001");
    }
}
