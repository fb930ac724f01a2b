package io.github.headroom4j.eval.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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
        return Tables.main(read.rows(), read.strengths()).markdown() + "\n"
                + (costs ? CostTables.brief(read.rows()).markdown() + "\n" + SummaryText.COSTS + "\n" : "")
                + SummaryText.caveats(read.reader(), read.protocol())
                + SummaryText.command(read.options())
                + "\n";
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
