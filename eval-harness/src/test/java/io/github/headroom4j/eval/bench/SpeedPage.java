package io.github.headroom4j.eval.bench;

import io.github.headroom4j.eval.report.Table;
import io.github.headroom4j.eval.stats.LogLogSlope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The speed of compression for people. Immutable. */
final class SpeedPage {

    private static final String COMPRESS = "CompressionBenchmark.compress";

    /** From here on lengths, not what a call costs in any case, decide about time. */
    private static final int SCALING_FROM = 100_000;

    /** A budget of the design. */
    private record Target(String text, int chars, ToDoubleFunction<SpeedRow> figure, double most) {}

    private static final List<Target> TARGETS = List.of(
            new Target("10 KB, median ≤ 2 ms", 10_000, SpeedRow::p50, 2),
            new Target("10 KB, p99 ≤ 10 ms", 10_000, SpeedRow::p99, 10),
            new Target("1 MB, median ≤ 150 ms", 1_000_000, SpeedRow::p50, 150));

    /** Budgets of a fresh process, by benchmark. */
    private static final Map<String, Integer> COLD =
            Map.of("ColdStartBenchmark.create", 50, "ColdStartBenchmark.first", 400);

    /** A fitted slope in the plot of log time against log length; 1 is linear. */
    private static final double MAX_SLOPE = 1.1;

    private final List<SpeedRow> rows;

    SpeedPage(List<SpeedRow> rows) {
        this.rows = List.copyOf(rows);
    }

    String text(Machine machine, String command) {
        return "# Speed\n\n"
                + "What one call takes in the JVM that serves it, in one thread, warmed up, with texts of up to 10 KB for 20 seconds;"
                + " milliseconds unless a column says else. Texts are captured ones of `datasets/content`, cut, or repeated with other"
                + " digits where they are too short, and no count of tokens is remembered from an earlier call with the same text."
                + " Percentiles by JMH's SampleTime, allocation by its GC profiler.\n\n"
                + "## Budgets\n\n" + budgets()
                + "\n## Compression by type, tier and length\n\n"
                + "Median and 99th percentile of one call of `Headroom.compress`, from detection to the stored original, by length of"
                + " the text in characters. Slope: of log time against log length from 100 KB on, 1 is linear. HTML beyond 4 Mi"
                + " characters and some code beyond 8 Mi are left alone, so their slopes say nothing.\n\n"
                + matrix()
                + "\n## Stages, memories and stores\n\n"
                + stages()
                + "\n## Threads\n\n"
                + "Results of six kinds, 10 KB each, through one instance; no text comes twice. More threads than processors share them, so"
                + " calls take longer and as many are done.\n\n"
                + new ThreadsTable(rows).markdown()
                + "\nMachine: " + machine.describe() + ".\n\nCommand: `" + command + "`\n";
    }

    /** What the README has room for: texts of the usual kinds, and what the first call of a process takes. */
    String brief(Machine machine) {
        Table table = new Table(1, "typical", "10 KB: median (p99), ms", "1 MB: median (p99), ms", "MB/s at 1 MB");
        kinds().forEach((kind, ofKind) -> {
            if (kind.endsWith("/typical")) {
                table.add(
                        kind.substring(0, kind.indexOf('/')),
                        cell(ofKind, row -> row.chars() == 10_000),
                        cell(ofKind, row -> row.chars() == 1_000_000),
                        ofKind.stream()
                                .filter(row -> row.chars() == 1_000_000)
                                .findFirst()
                                .map(row -> figure(row.chars() / row.p50() / 1e3))
                                .orElse("–"));
            }
        });
        return table.markdown() + "\n" + budgets() + "\nMeasured on " + machine.describe() + ".\n";
    }

    private String budgets() {
        Table table = new Table(1, "budget", "met by", "missed by");
        for (Target target : TARGETS) {
            Map<Boolean, List<SpeedRow>> met = compressions()
                    .filter(row -> row.chars() == target.chars())
                    .collect(Collectors.partitioningBy(row -> target.figure().applyAsDouble(row) <= target.most()));
            table.add(target.text(), String.valueOf(of(met, true).size()), named(of(met, false), target.figure()));
        }
        List<String> steep = new ArrayList<>();
        int flat = 0;
        for (Map.Entry<String, List<SpeedRow>> kind : kinds().entrySet()) {
            double slope = slope(kind.getValue());
            flat += slope <= MAX_SLOPE ? 1 : 0;
            if (slope > MAX_SLOPE) {
                steep.add(kind.getKey() + " " + figure(slope));
            }
        }
        table.add("linear: slope ≤ 1.1", String.valueOf(flat), orNone(steep));
        rows.stream().filter(row -> COLD.containsKey(row.benchmark())).forEach(row -> {
            int most = COLD.getOrDefault(row.benchmark(), 0);
            boolean met = row.p50() <= most;
            table.add(
                    "fresh process, " + row.benchmark().replace("ColdStartBenchmark.", "") + ", median ≤ " + most
                            + " ms",
                    met ? "1" : "0",
                    met ? "none" : figure(row.p50()));
        });
        return table.markdown();
    }

    private static List<SpeedRow> of(Map<Boolean, List<SpeedRow>> met, boolean which) {
        return met.getOrDefault(which, List.of());
    }

    private static String named(List<SpeedRow> rows, ToDoubleFunction<SpeedRow> figure) {
        return orNone(rows.stream()
                .sorted(Comparator.comparingDouble(figure).reversed())
                .map(row -> row.params().get("kind") + " " + figure(figure.applyAsDouble(row)))
                .toList());
    }

    private static String orNone(List<String> texts) {
        return texts.isEmpty() ? "none" : texts.size() + ": " + String.join(", ", texts);
    }

    private Stream<SpeedRow> compressions() {
        return rows.stream().filter(row -> row.benchmark().equals(COMPRESS));
    }

    private Map<String, List<SpeedRow>> kinds() {
        return compressions()
                .collect(Collectors.groupingBy(
                        row -> row.params().getOrDefault("kind", ""), LinkedHashMap::new, Collectors.toList()));
    }

    private String matrix() {
        List<Integer> sizes =
                compressions().map(SpeedRow::chars).distinct().sorted().toList();
        List<String> headers = new ArrayList<>(List.of("type/tier"));
        sizes.forEach(size -> headers.add(size(size)));
        headers.addAll(List.of("MB/s at 1 MB", "allocated × length", "slope"));
        Table table = new Table(1, headers.toArray(String[]::new));
        kinds().forEach((kind, ofKind) -> {
            List<String> cells = new ArrayList<>(List.of(kind));
            sizes.forEach(size -> cells.add(cell(ofKind, row -> row.chars() == size)));
            ofKind.stream()
                    .filter(row -> row.chars() == 1_000_000)
                    .findFirst()
                    .ifPresentOrElse(
                            row -> cells.addAll(List.of(
                                    figure(row.chars() / row.p50() / 1e3), figure(row.allocatedBytes() / row.chars()))),
                            () -> cells.addAll(List.of("–", "–")));
            cells.add(figure(slope(ofKind)));
            table.add(cells.toArray(String[]::new));
        });
        return table.markdown();
    }

    private static String cell(List<SpeedRow> rows, Predicate<SpeedRow> which) {
        return rows.stream()
                .filter(which)
                .findFirst()
                .map(row -> figure(row.p50()) + " (" + figure(row.p99()) + ")")
                .orElse("–");
    }

    private String stages() {
        Table table = new Table(2, "benchmark", "with", "median", "p99", "mean", "calls", "MB/s", "MB allocated");
        rows.stream()
                .filter(row -> !row.benchmark().equals(COMPRESS) && !ThreadsTable.shows(row))
                .forEach(row -> table.add(
                        row.benchmark().replace("Benchmark", ""),
                        row.params().entrySet().stream()
                                .map(one -> one.getKey() + " " + one.getValue())
                                .collect(Collectors.joining(", ")),
                        figure(row.p50()),
                        figure(row.p99()),
                        figure(row.mean()),
                        String.valueOf(row.calls()),
                        row.chars() == 0 ? "–" : figure(row.chars() / row.p50() / 1e3),
                        figure(row.allocatedBytes() / 1e6)));
        return table.markdown();
    }

    /** How time grows with length; not a number with less than two lengths. */
    static double slope(List<SpeedRow> rows) {
        List<SpeedRow> scaling =
                rows.stream().filter(row -> row.chars() >= SCALING_FROM).toList();
        return LogLogSlope.of(
                scaling.stream().mapToDouble(SpeedRow::chars).toArray(),
                scaling.stream().mapToDouble(SpeedRow::p50).toArray());
    }

    private static String size(int chars) {
        return chars >= 1_000_000 ? chars / 1_000_000 + " MB" : chars / 1_000 + " KB";
    }

    static String figure(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
