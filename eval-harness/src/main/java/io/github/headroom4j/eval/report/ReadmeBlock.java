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

    private static final String BEGIN = "<!-- results:begin -->";
    private static final String END = "<!-- results:end -->";

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
     * Puts the block between the two markers of a page.
     *
     * @param page the page, for instance the README
     * @param report the text of {@code report.json}
     * @throws IllegalArgumentException if the page lacks a marker
     */
    public static void update(Path page, String report) {
        try {
            String text = Files.readString(page, StandardCharsets.UTF_8);
            Files.writeString(page, updated(page, text, of(report)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(page + " cannot be updated", e);
        }
    }

    private static String updated(Path page, String text, String block) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END, Math.max(0, begin));
        if (begin < 0 || end < 0) {
            throw new IllegalArgumentException(page + " has no " + BEGIN + " followed by " + END);
        }
        return text.substring(0, begin + BEGIN.length()) + "\n" + block + text.substring(end);
    }
}
