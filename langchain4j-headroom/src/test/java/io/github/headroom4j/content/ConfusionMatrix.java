package io.github.headroom4j.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts of expected against detected types. Not thread-safe. */
final class ConfusionMatrix {

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    void add(String expected, String detected) {
        counts.computeIfAbsent(expected, type -> new TreeMap<>()).merge(detected, 1, Integer::sum);
    }

    int size() {
        return counts.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    double accuracy() {
        int right = counts.entrySet().stream()
                .mapToInt(row -> row.getValue().getOrDefault(row.getKey(), 0))
                .sum();
        return (double) right / size();
    }

    /** Share of the texts of a type that were detected as it. */
    double recall(String type) {
        Map<String, Integer> row = counts.getOrDefault(type, Map.of());
        int all = row.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : (double) row.getOrDefault(type, 0) / all;
    }

    List<String> types() {
        return List.copyOf(counts.keySet());
    }

    /** Rows are what was expected, columns what was detected. */
    String render(String title) {
        TreeSet<String> columns = new TreeSet<>(counts.keySet());
        counts.values().forEach(row -> columns.addAll(row.keySet()));
        StringBuilder out = new StringBuilder(
                String.format(Locale.ROOT, "%s: n = %d, accuracy %.2f %%%n", title, size(), 100 * accuracy()));
        out.append(String.format(Locale.ROOT, "%-15s", "expected"));
        columns.forEach(column -> out.append(String.format(Locale.ROOT, " %7.7s", column)));
        out.append("  recall\n");
        counts.forEach((type, row) -> {
            out.append(String.format(Locale.ROOT, "%-15s", type));
            columns.forEach(column -> out.append(String.format(Locale.ROOT, " %7d", row.getOrDefault(column, 0))));
            out.append(String.format(Locale.ROOT, " %6.1f %%%n", 100 * recall(type)));
        });
        return out.toString();
    }
}
