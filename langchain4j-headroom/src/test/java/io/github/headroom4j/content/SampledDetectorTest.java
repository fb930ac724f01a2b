package io.github.headroom4j.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

final class SampledDetectorTest {

    private static final Predicate<String> FITS = "x"::equals;

    @Property(tries = 500)
    void a_share_should_be_told_as_by_counting_all_lines(
            @ForAll @Size(max = 30) List<Boolean> fitting, @ForAll @DoubleRange(min = 0, max = 1) double least) {
        List<String> lines = fitting.stream().map(fits -> fits ? "x" : "-").toList();
        double share = SampledDetector.share(SampledDetector.count(lines, FITS), lines.size());

        assertThat(SampledDetector.isShare(least, lines, FITS)).isEqualTo(share >= least);
        assertThat(SampledDetector.isShare(share, lines, FITS)).isTrue();
    }

    @Example
    void lines_after_the_answer_should_not_be_looked_at() {
        List<String> lines = List.of("x", "-", "-", "never");

        assertThat(SampledDetector.isShare(0.7, lines, line -> {
                    assertThat(line).isNotEqualTo("never");
                    return FITS.test(line);
                }))
                .isFalse();
    }
}
