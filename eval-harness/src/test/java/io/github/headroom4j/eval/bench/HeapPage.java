package io.github.headroom4j.eval.bench;

import static io.github.headroom4j.eval.bench.SpeedPage.figure;

import io.github.headroom4j.eval.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What compression holds at once, for people. Immutable. */
final class HeapPage {

    private final List<HeapRow> rows;

    HeapPage(List<HeapRow> rows) {
        this.rows = List.copyOf(rows);
    }

    String text(Machine machine, String command) {
        long over = rows.stream().filter(row -> !row.kept()).count();
        return "# Peak heap\n\n"
                + String.format(
                        Locale.ROOT,
                        "The most that is live at once while a text is compressed, as multiples of the text; the"
                                + " budget is %.0f. **%,d of %,d texts exceed it.**\n\n",
                        HeapRow.MAX_RATIO,
                        over,
                        rows.size())
                + "Live: beyond the text itself and what was there before the call; with the result, the kept original"
                + " and the counts of tokens that the instance remembers. While the call runs, a second thread"
                + " collects all garbage again and again, and what the collector leaves is a sample; a peak between"
                + " two of them is not seen. The text's size is that of its characters in a Java string: a byte each,"
                + " or two if one is beyond Latin-1. Without a time limit, one JVM per kind, serial collector.\n\n"
                + table() + "\nMachine: " + machine.describe() + ".\n\nCommand: `" + command + "`\n";
    }

    private String table() {
        Map<String, List<HeapRow>> kinds = new LinkedHashMap<>();
        rows.forEach(row ->
                kinds.computeIfAbsent(row.kind(), kind -> new ArrayList<>()).add(row));
        Table table = new Table(1, "kind", "characters", "text, MB", "peak, MB", "× text", "samples");
        kinds.values()
                .forEach(ofKind -> ofKind.forEach(row -> table.add(
                        row.kind(),
                        String.format(Locale.ROOT, "%,d", row.chars()),
                        figure(row.textBytes() / 1e6),
                        figure(row.peakBytes() / 1e6),
                        row.kept() ? figure(row.ratio()) : "**" + figure(row.ratio()) + "**",
                        String.format(Locale.ROOT, "%,d", row.samples()))));
        return table.markdown();
    }
}
