package io.github.headroom4j.eval.bench;

import static io.github.headroom4j.eval.bench.SpeedPage.figure;

import io.github.headroom4j.eval.report.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How well time limits are kept, for people. Immutable. */
final class DeadlinePage {

    /** Rows of the table of the longest overshoots. */
    private static final int LONGEST = 10;

    private final List<DeadlineRow> rows;
    private final int runs;

    DeadlinePage(List<DeadlineRow> rows, int runs) {
        this.rows = List.copyOf(rows);
        this.runs = runs;
    }

    String text(Machine machine, String command) {
        long over = rows.stream().filter(row -> !row.kept()).count();
        long timeouts =
                rows.stream().filter(row -> row.decision().contains("TIMEOUT")).count();
        return "# Time limit\n\n"
                + String.format(
                        Locale.ROOT,
                        "What becomes of the default time limit, %s ms, with texts that are made to cost much: %,d"
                                + " texts and lengths, %d calls each in a warmed JVM, no count of tokens remembered. %,d"
                                + " of them ran out of time at least once, so that the original went through. **%,d went"
                                + " on for more than %.0f %% of the limit past it.**\n\n",
                        figure(rows.isEmpty() ? Double.NaN : rows.get(0).limit()),
                        rows.size(),
                        runs,
                        timeouts,
                        over,
                        (DeadlineRow.MAX_OVERSHOOT - 1) * 100)
                + "Past the limit: processor time that the calling thread used after the limit was over, the most of"
                + " all calls; the collector's and the compiler's threads are not in it. Overshoot: the limit and"
                + " that, as a share of the limit; below 1 for calls that were over before. Elapsed times also hold"
                + " what other threads of the machine did.\n\n"
                + "## The longest\n\n"
                + table(rows.stream()
                        .sorted(Comparator.comparingDouble(DeadlineRow::overshoot)
                                .reversed())
                        .limit(LONGEST)
                        .toList())
                + "\n## All\n\n" + table(rows) + "\nMachine: " + machine.describe() + ".\n\nCommand: `" + command
                + "`\n";
    }

    private static String table(List<DeadlineRow> rows) {
        Table table = new Table(
                1,
                "text",
                "characters",
                "became",
                "elapsed p50, ms",
                "elapsed max, ms",
                "processor max, ms",
                "past the limit, ms",
                "overshoot");
        for (DeadlineRow row : rows) {
            table.add(
                    row.input(),
                    String.format(Locale.ROOT, "%,d", row.chars()),
                    row.decision(),
                    figure(row.wallP50()),
                    figure(row.wallMax()),
                    figure(row.cpuMax()),
                    figure(row.pastMax()),
                    row.kept() ? figure(row.overshoot()) : "**" + figure(row.overshoot()) + "**");
        }
        return table.markdown();
    }
}
