package io.github.headroom4j.compressor.build;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.token.TokenBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints what repacking and selecting save on real build output. Run by hand in this module's folder; arguments: folders. */
public final class BuildMeasurement {

    /** Tokens before, repacked, selected. */
    private record Row(int raw, int packed, int selected) {

        double lossless() {
            return 100.0 * (raw - Math.min(raw, packed)) / raw;
        }

        double reversible() {
            return 100.0 * (raw - Math.min(raw, selected)) / raw;
        }
    }

    private BuildMeasurement() {}

    public static void main(String[] args) throws IOException {
        List<Path> folders =
                args.length > 0 ? paths(args) : List.of(BuildData.CAPTURED, BuildData.BUMP, BuildData.TEST_OUTPUTS);
        for (Path folder : folders) {
            if (Files.exists(folder)) {
                measure(folder);
            }
        }
    }

    private static List<Path> paths(String[] args) {
        return Arrays.stream(args).map(Path::of).toList();
    }

    private static void measure(Path folder) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Path file : BuildData.files(folder)) {
            Row row = row(BuildData.read(file));
            rows.add(row);
            System.out.printf(
                    Locale.ROOT,
                    "%8d %6.1f%% %6.1f%%  %s%n",
                    row.raw(),
                    row.lossless(),
                    row.reversible(),
                    file.getFileName());
        }
        print(folder.getFileName() + " (all)", rows);
        print(
                folder.getFileName() + " (from 2,000 tokens)",
                rows.stream().filter(row -> row.raw() >= 2000).toList());
    }

    private static Row row(String text) {
        String packed = new BuildOutputCompressor()
                .parse(text, CompressionContext.of(BuildData.COUNTER))
                .orElseThrow()
                .repack()
                .orElse(text);
        String selected = BuildData.select(text, TokenBudget.asFarAsSafe());
        return new Row(
                BuildData.COUNTER.count(text), BuildData.COUNTER.count(packed), BuildData.COUNTER.count(selected));
    }

    private static void print(String name, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        long raw = rows.stream().mapToLong(Row::raw).sum();
        long packed = rows.stream()
                .mapToLong(row -> Math.min(row.raw(), row.packed()))
                .sum();
        long selected = rows.stream()
                .mapToLong(row -> Math.min(row.raw(), row.selected()))
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%s: n = %d, %d tokens; lossless mean %.1f%% median %.1f%% all %.1f%%; reversible mean %.1f%% median %.1f%% all %.1f%%%n",
                name,
                rows.size(),
                raw,
                rows.stream().mapToDouble(Row::lossless).average().orElse(0),
                median(rows.stream().map(Row::lossless).toList()),
                100.0 * (raw - packed) / raw,
                rows.stream().mapToDouble(Row::reversible).average().orElse(0),
                median(rows.stream().map(Row::reversible).toList()),
                100.0 * (raw - selected) / raw);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
