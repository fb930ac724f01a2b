package io.github.headroom4j.compressor.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

class FrequentValuePropertyTest {

    @Property(seed = "4242")
    void finds_what_counting_all_values_finds_if_that_is_frequent(@ForAll("cells") List<String> cells) {
        Table table = new Table(List.of("a"), rows(cells));
        Grid grid = Grid.of(table, Pace.unhurried());
        Map<Value, Integer> counts = new HashMap<>();
        @Nullable Value first = null;
        int most = 0;
        int present = 0;
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                present++;
                int count = counts.merge(new Text(cell), 1, Integer::sum);
                first = count > most ? new Text(cell) : first;
                most = Math.max(most, count);
            }
        }

        FrequentValue found = FrequentValue.of(grid, grid.layout().leaves().get(0));

        assertThat(found.present()).isEqualTo(present);
        if (most * FrequentValue.SHARE > present) {
            assertThat(found).isEqualTo(new FrequentValue(first, most, present));
        } else {
            assertThat(found.count() * FrequentValue.SHARE).isLessThanOrEqualTo(present);
        }
    }

    private static List<List<@Nullable Value>> rows(List<String> cells) {
        List<List<@Nullable Value>> rows = new ArrayList<>();
        for (String cell : cells) {
            rows.add(Collections.singletonList(cell.isEmpty() ? null : new Text(cell)));
        }
        return rows;
    }

    @Provide
    Arbitrary<List<String>> cells() {
        return Arbitraries.integers()
                .between(1, 30)
                .flatMap(different -> Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.of("x", "y")),
                                Tuple.of(
                                        5,
                                        Arbitraries.integers()
                                                .between(0, different)
                                                .map(i -> i == 0 ? "" : "v" + i)))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(80));
    }
}
