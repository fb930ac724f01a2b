package io.github.headroom4j.eval.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes reports. All files are the same bytes on every run and machine, but {@code run.json}, which says what this run
 * took and where.
 */
public final class ReportFiles {

    private final Path folder;

    /**
     * A place for reports.
     *
     * @param folder made if it is not there
     */
    public ReportFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes all files.
     *
     * @param report what to write
     * @param nanos how long the run took, for {@code run.json} only
     */
    public void write(Report report, long nanos) {
        write(report, nanos, new Latencies());
    }

    /**
     * Writes all files.
     *
     * @param report what to write
     * @param nanos how long the run took, for {@code run.json} only
     * @param latencies how long compressing took, for {@code run.json} only
     */
    public void write(Report report, long nanos, Latencies latencies) {
        try {
            Files.createDirectories(folder);
            write("summary.md", new SummaryText(report).page());
            write("report.json", new ReportJson(report).text());
            write("report.schema.json", schema());
            write("report.csv", ReportCsv.text(report));
            write("junit.xml", JUnitXml.text(report));
            write("costs.csv", CostsCsv.text(report));
            if (report.hasPassages()) {
                write("rag.csv", RagCsv.text(report));
            }
            write("run.json", new RunJson(folder).text(nanos, latencies));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written", e);
        }
    }

    /**
     * Puts the results table between the two markers of a page.
     *
     * @param page the page, for instance the README
     * @param report what to write
     * @throws IllegalArgumentException if the page lacks a marker
     */
    public void updateReadme(Path page, Report report) {
        ReadmeBlock.update(page, new ReportJson(report).text());
    }

    /** Beside the report, so that editors and validators find it by the name that the report gives. */
    private static String schema() throws IOException {
        try (InputStream in = ReportFiles.class.getResourceAsStream("report.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("report.schema.json is not beside " + ReportFiles.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
