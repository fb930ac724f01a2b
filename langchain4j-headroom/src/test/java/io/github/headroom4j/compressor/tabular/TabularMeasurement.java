package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Prints what repacking and selecting save on real tables. Run by hand in this module's folder; {@code -Ddump=folder} keeps
 * the results, {@code -Dall=true} prints each. Files in a half are those at even or odd places of the alphabetical order.
 */
public final class TabularMeasurement {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    /** Fewer lines do not count for the target of selection. */
    private static final int MANY_LINES = 100;

    /** Tokens before, repacked, selected. */
    private record Row(int raw, int packed, int selected) {

        double lossless() {
            return 100.0 * (raw - packed) / raw;
        }

        double reversible() {
            return 100.0 * (raw - selected) / raw;
        }
    }

    private final Map<String, List<Row>> rows = new TreeMap<>();
    private final String dump = System.getProperty("dump", "");

    private TabularMeasurement() {}

    public static void main(String[] args) throws IOException {
        TabularMeasurement measurement = new TabularMeasurement();
        measurement.add("own", RealTables.own());
        measurement.add("detection", RealTables.detection());
        if (Files.exists(RealTables.LOGS)) {
            measurement.add("structured logs", RealTables.structuredLogs());
        }
        measurement.print();
    }

    private void add(String source, Map<String, String> texts) throws IOException {
        int at = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            String half = at++ % 2 == 0 ? "development" : "held back";
            Row row = add(text.getKey(), text.getValue());
            for (String group : List.of(source + ", " + half, source + ", all", "ALL, " + half, "ALL")) {
                rows.computeIfAbsent(group, g -> new ArrayList<>()).add(row);
            }
            if (text.getValue().lines().count() > MANY_LINES) {
                rows.computeIfAbsent("ALL with >= 100 rows, " + half, g -> new ArrayList<>())
                        .add(row);
            }
            if (Boolean.getBoolean("all")) {
                System.out.printf(
                        Locale.ROOT,
                        "%7d %7d %5.1f%% %6d %5.1f%% %s, %s%n",
                        row.raw(),
                        row.packed(),
                        row.lossless(),
                        row.selected(),
                        row.reversible(),
                        text.getKey(),
                        half);
            }
        }
    }

    private Row add(String name, String text) throws IOException {
        Optional<? extends Selectable> content = new TabularCompressor().parse(text, CompressionContext.of(COUNTER));
        String packed = content.flatMap(Selectable::repack).orElse(text);
        String selected = content.flatMap(table -> table.select(TokenBudget.asFarAsSafe()))
                .map(selection -> selection.markedWith(OriginalMarker.of(text)))
                .orElse(packed);
        if (!dump.isEmpty()) {
            Path out = Files.createDirectories(Path.of(dump));
            Files.writeString(out.resolve(name + ".raw"), text);
            Files.writeString(out.resolve(name + ".packed"), packed);
            Files.writeString(out.resolve(name + ".selected"), selected);
        }
        int raw = COUNTER.count(text);
        int repacked = Math.min(raw, COUNTER.count(packed));
        int chosen = COUNTER.count(selected);
        // The engine prefers the lossless form unless the selection is clearly smaller.
        return new Row(raw, repacked, chosen < repacked * 0.9 ? chosen : repacked);
    }

    private void print() {
        System.out.println("tables  tokens    lossless: mean median  all   reversible: mean median  all   source");
        rows.forEach((source, all) -> System.out.printf(
                Locale.ROOT,
                "%6d %8d %14.1f%% %5.1f%% %5.1f%% %14.1f%% %5.1f%% %5.1f%%  %s%n",
                all.size(),
                all.stream().mapToInt(Row::raw).sum(),
                all.stream().mapToDouble(Row::lossless).average().orElse(0),
                median(all.stream().map(Row::lossless).toList()),
                saved(all, all.stream().mapToInt(Row::packed).sum()),
                all.stream().mapToDouble(Row::reversible).average().orElse(0),
                median(all.stream().map(Row::reversible).toList()),
                saved(all, all.stream().mapToInt(Row::selected).sum()),
                source));
    }

    private static double saved(List<Row> all, int after) {
        int before = all.stream().mapToInt(Row::raw).sum();
        return 100.0 * (before - after) / before;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
