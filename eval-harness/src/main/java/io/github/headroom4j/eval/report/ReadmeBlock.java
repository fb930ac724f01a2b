package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.arm.ArmRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the README says of results. Made from {@code report.json} alone, so that a test can tell whether a page says what the
 * committed report says.
 */
public final class ReadmeBlock {

    private ReadmeBlock() {}

    /**
     * The block.
     *
     * @param report the text of {@code report.json}
     * @return Markdown
     * @throws IllegalArgumentException if it is no report
     */
    public static String of(String report) {
        SummaryReader read = SummaryReader.of(report);
        boolean costs = read.rows().stream().anyMatch(row -> !row.costs().isEmpty());
        return Tables.main(shown(read.rows()), read.strengths()).markdown() + "\n"
                + "Of the naive arms only the one that answers best is shown for each workload; all arms and the controls that must fail\n"
                + "are in [`reports/summary.md`](reports/summary.md). Power: the chance to be called non-inferior had there been no difference.\n\n"
                + (costs ? CostTables.brief(read.rows()).markdown() + "\n" + SummaryText.COSTS + "\n" : "")
                + SummaryText.caveats(read.reader(), read.protocol())
                + SummaryText.command(read.options())
                + "\n";
    }

    /** A page that introduces the project has no room for every arm. */
    private static List<ArmSummary> shown(List<ArmSummary> rows) {
        return rows.stream()
                .filter(row -> switch (ArmRole.of(row.arm())) {
                    case BASELINE, LOSSLESS, OURS -> true;
                    case NAIVE -> row.f1() == bestNaive(rows, row.workload());
                    case SAME, CONTROL -> false;
                })
                .toList();
    }

    private static double bestNaive(List<ArmSummary> rows, String workload) {
        return rows.stream()
                .filter(row -> row.workload().equals(workload) && ArmRole.of(row.arm()) == ArmRole.NAIVE)
                .mapToDouble(ArmSummary::f1)
                .max()
                .orElse(0);
    }

    /**
     * Puts the block between the markers {@code results:begin} and {@code results:end} of a page.
     *
     * @param page the page, for instance the README
     * @param report the text of {@code report.json}
     * @throws IllegalArgumentException if the page lacks a marker
     */
    public static void update(Path page, String report) {
        put(page, "results", of(report));
    }

    /**
     * Puts a block between two markers of a page, which are comments.
     *
     * @param page the page
     * @param name what the markers begin with
     * @param block Markdown that ends with a line end
     * @throws IllegalArgumentException if the page lacks a marker
     */
    public static void put(Path page, String name, String block) {
        try {
            String text = Files.readString(page, StandardCharsets.UTF_8);
            Files.writeString(page, updated(page, text, name, block), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(page + " cannot be updated", e);
        }
    }

    private static String updated(Path page, String text, String name, String block) {
        String beginMark = "<!-- " + name + ":begin -->";
        String endMark = "<!-- " + name + ":end -->";
        int begin = text.indexOf(beginMark);
        int end = text.indexOf(endMark, Math.max(0, begin));
        if (begin < 0 || end < 0) {
            throw new IllegalArgumentException(page + " has no " + beginMark + " followed by " + endMark);
        }
        return text.substring(0, begin + beginMark.length()) + "\n" + block + text.substring(end);
    }
}
