package io.github.headroom4j.compressor.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Value.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What is said of measures, against the plainest way to find it. */
class MeasurePropertyTest {

    @Property(seed = "4301")
    void sums_up_by_the_rows_that_a_stable_sort_puts_first_in_the_middle_and_last(
            @ForAll("lexemes") List<String> lexemes, @ForAll @IntRange(min = 1, max = 7) int shownEach) {
        List<List<@Nullable Value>> rows = new ArrayList<>();
        lexemes.forEach(lexeme -> rows.add(Collections.singletonList(new Literal(lexeme))));
        Grid grid = Grid.of(new Table(List.of("took"), rows), Pace.unhurried());
        BitSet hidden = new BitSet();
        hidden.set(0, rows.size());
        for (int row = 0; row < rows.size(); row += shownEach + 1) {
            hidden.clear(row);
        }
        List<ColumnProfile> columns = ColumnProfile.of(grid);
        List<String> sorted = hidden.stream()
                .mapToObj(lexemes::get)
                .filter(lexeme -> !lexeme.equals("null"))
                .sorted(Comparator.comparingDouble(Double::parseDouble))
                .toList();

        List<String> said = RowSummary.of(columns, hidden, false);

        if (columns.get(0).isMeasure() && !sorted.isEmpty()) {
            assertThat(said)
                    .singleElement()
                    .asString()
                    .endsWith("took " + sorted.get(0) + ".." + sorted.get(sorted.size() - 1) + " median "
                            + sorted.get(sorted.size() / 2));
        } else {
            assertThat(String.join("", said)).doesNotContain("median");
        }
    }

    @Provide
    Arbitrary<List<String>> lexemes() {
        return Arbitraries.of(
                        "0", "0.0", "-0.0", "-0", "1", "1.0", "1e0", "2", "20e-1", "-3", "4.5", "17", "1e300", "null")
                .list()
                .ofMinSize(2)
                .ofMaxSize(60);
    }

    @Property(seed = "4302")
    void finds_the_median_distance_that_sorting_the_distances_finds(
            @ForAll List<@DoubleRange(min = -1e6, max = 1e6) Double> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(number -> number).sorted().toArray();
        double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        double[] distances = Arrays.stream(sorted)
                .map(number -> Math.abs(number - median))
                .sorted()
                .toArray();

        assertThat(Outliers.medianDistance(sorted, median))
                .isEqualTo(distances.length == 0 ? 0 : distances[distances.length / 2]);
    }
}
