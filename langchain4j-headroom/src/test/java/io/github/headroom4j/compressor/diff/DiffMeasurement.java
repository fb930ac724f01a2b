package io.github.headroom4j.compressor.diff;

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
import java.util.TreeMap;

/** Prints what repacking and selecting save on real diffs. Run by hand in this module's folder; {@code -Ddump=folder}. */
public final class DiffMeasurement {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    /** Tokens before, repacked, selected. */
    private record Row(int raw, int packed, int selected) {

        double lossless() {
            return 100.0 * (raw - Math.min(raw, packed)) / raw;
        }

        double reversible() {
            return 100.0 * (raw - Math.min(raw, selected)) / raw;
        }
    }

    private final Map<String, List<Row>> rows = new TreeMap<>();
    private final String dump = System.getProperty("dump", "");

    private DiffMeasurement() {}

    public static void main(String[] args) throws IOException {
        DiffMeasurement measurement = new DiffMeasurement();
        for (Map.Entry<String, String> diff : RealDiffs.own().entrySet()) {
            measurement.add("own " + diff.getKey(), diff.getKey(), diff.getValue());
        }
        if (Files.exists(RealDiffs.COMMITS)) {
            for (Map.Entry<String, String> diff : RealDiffs.commits().entrySet()) {
                String id = diff.getKey();
                measurement.add("commits " + id.substring(0, id.indexOf('-')), id, diff.getValue());
                measurement.add("commits (all)", id, diff.getValue());
            }
        }
        measurement.print();
    }

    private void add(String source, String name, String text) throws IOException {
        Selectable content =
                new DiffCompressor().parse(text, CompressionContext.of(COUNTER)).orElseThrow();
        String packed = content.repack().orElse(text);
        String selected = content.select(TokenBudget.asFarAsSafe())
                .map(selection -> selection.markedWith(OriginalMarker.of(text)))
                .orElse(text);
        Row row = new Row(COUNTER.count(text), COUNTER.count(packed), COUNTER.count(selected));
        rows.computeIfAbsent(source, s -> new ArrayList<>()).add(row);
        if (!dump.isEmpty()) {
            Path out = Files.createDirectories(Path.of(dump));
            Files.writeString(out.resolve(name + ".raw"), text);
            Files.writeString(out.resolve(name + ".packed"), packed);
            Files.writeString(out.resolve(name + ".selected"), selected);
        }
    }

    private void print() {
        System.out.println("diffs  tokens    lossless: mean median  all   reversible: mean median  all   source");
        rows.forEach((source, all) -> System.out.printf(
                Locale.ROOT,
                "%5d %8d %14.1f%% %5.1f%% %5.1f%% %14.1f%% %5.1f%% %5.1f%%  %s%n",
                all.size(),
                all.stream().mapToInt(Row::raw).sum(),
                all.stream().mapToDouble(Row::lossless).average().orElse(0),
                median(all.stream().map(Row::lossless).toList()),
                saved(
                        all,
                        all.stream()
                                .mapToInt(r -> Math.min(r.raw(), r.packed()))
                                .sum()),
                all.stream().mapToDouble(Row::reversible).average().orElse(0),
                median(all.stream().map(Row::reversible).toList()),
                saved(
                        all,
                        all.stream()
                                .mapToInt(r -> Math.min(r.raw(), r.selected()))
                                .sum()),
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
