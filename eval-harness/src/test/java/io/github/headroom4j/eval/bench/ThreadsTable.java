package io.github.headroom4j.eval.bench;

import static io.github.headroom4j.eval.bench.SpeedPage.figure;

import io.github.headroom4j.eval.report.Table;
import java.util.Comparator;
import java.util.List;

/** How compression scales with threads. Immutable. */
final class ThreadsTable {

    private static final String METHOD = ConcurrencyBenchmark.class.getSimpleName() + ".threads";

    private final List<SpeedRow> rows;

    ThreadsTable(List<SpeedRow> all) {
        rows = all.stream()
                .filter(ThreadsTable::shows)
                .sorted(Comparator.comparingInt(ThreadsTable::threads))
                .toList();
    }

    static boolean shows(SpeedRow row) {
        return row.benchmark().startsWith(METHOD);
    }

    private static int threads(SpeedRow row) {
        return Integer.parseInt(row.benchmark().substring(METHOD.length()));
    }

    /** Calls in a second, by as many threads as are at work at any time. */
    private static double perSecond(SpeedRow row) {
        return threads(row) * 1e3 / row.mean();
    }

    String markdown() {
        Table table = new Table(0, "threads", "calls per second", "of one thread's", "median", "p99", "mean");
        rows.forEach(row -> table.add(
                String.valueOf(threads(row)),
                figure(perSecond(row)),
                figure(perSecond(row) / perSecond(rows.get(0))),
                figure(row.p50()),
                figure(row.p99()),
                figure(row.mean())));
        return table.markdown();
    }
}
