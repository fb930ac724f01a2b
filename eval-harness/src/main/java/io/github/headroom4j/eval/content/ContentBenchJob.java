package io.github.headroom4j.eval.content;

import io.github.headroom4j.compressor.code.CodeCompressor;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.report.Progress;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One run of the bench: read the samples, compress each, check what comes out, report.
 *
 * @param samples the folder with one folder per type
 * @param types which types to measure, empty for all
 * @param reports where the reports go
 * @param timings where the times go, which differ on every run
 * @param runs how often each sample is timed, 0 for not at all
 */
public record ContentBenchJob(Path samples, List<String> types, Path reports, Path timings, int runs) {

    /** Validates the number of runs. */
    public ContentBenchJob {
        if (runs < 0) {
            throw new IllegalArgumentException("runs must not be negative, but was " + runs);
        }
        types = List.copyOf(types);
    }

    /**
     * Runs it.
     *
     * @param out where progress and tables go
     * @return what must not happen and did, one line each: originals that did not come back, outputs that grew, failures
     * @throws DatasetException if samples are missing or unreadable, naming the path
     */
    public List<String> run(PrintStream out) {
        SampleTree tree = SampleReader.read(samples);
        List<Sample> chosen = chosen(tree);
        Progress progress = Progress.to(out, chosen.size());
        progress.say(chosen.size() + " samples in " + samples);
        if (!CodeCompressor.missingGrammars().isEmpty()) {
            out.println("WARNING: tree-sitter can not be loaded here for " + CodeCompressor.missingGrammars()
                    + "; figures for code will not be those that are published");
        }
        ContentBench bench = new ContentBench();
        Timings times = new Timings(runs);
        List<SampleResult> results = new ArrayList<>();
        List<Sample> tooSmall = new ArrayList<>();
        for (Sample sample : chosen) {
            if (bench.isLargeEnough(sample)) {
                results.add(bench.measure(sample));
            } else {
                tooSmall.add(sample);
            }
            progress.step();
        }
        progress.end();
        times.time(results.stream().map(SampleResult::sample).toList());
        if (results.isEmpty()) {
            throw new DatasetException(samples + ": every sample is too small for any policy to look at");
        }
        ContentReport report = new ContentReport(results, tooSmall, tree.skipped());
        ContentFiles.write(reports, report);
        print(out, report, times);
        return report.problems();
    }

    private List<Sample> chosen(SampleTree tree) {
        List<String> known =
                tree.samples().stream().map(Sample::type).distinct().sorted().toList();
        for (String type : types) {
            if (!known.contains(type)) {
                throw new DatasetException(
                        samples + ": no sample of type '" + type + "'; there are " + String.join(", ", known));
            }
        }
        return tree.samples().stream()
                .filter(sample -> types.isEmpty() || types.contains(sample.type()))
                .toList();
    }

    private void print(PrintStream out, ContentReport report, Timings times) {
        ContentTables tables = new ContentTables(report);
        ContentPage page = new ContentPage(report);
        out.println(page.summary());
        out.println(tables.savings().plain());
        out.println(tables.targets().plain());
        out.println(tables.checks(times.any() ? Optional.of(times) : Optional.empty())
                .plain());
        if (report.everything().vitalVisible() < report.everything().vital()) {
            out.println(tables.hidden().plain());
        }
        if (report.everything().unexpected() > 0) {
            out.println(tables.mismatches().plain());
        }
        report.problems().forEach(problem -> out.println("PROBLEM: " + problem));
        printSkipped(out, report);
        out.println("reports: " + reports.resolve("content.md") + ", .json, .csv");
        if (times.any()) {
            ContentFiles.write(
                    timings,
                    times.csv(
                            report.results().stream().map(SampleResult::sample).toList()));
            out.println("times (median of " + runs + " warm runs): " + timings);
        }
    }

    private static void printSkipped(PrintStream out, ContentReport report) {
        Map<String, List<String>> byReason = report.skipped().stream()
                .collect(Collectors.groupingBy(
                        SampleTree.Skipped::reason,
                        TreeMap::new,
                        Collectors.mapping(SampleTree.Skipped::name, Collectors.toList())));
        byReason.forEach((reason, names) -> out.println("not measured, " + reason + ": " + String.join(", ", names)));
        if (!report.tooSmall().isEmpty()) {
            out.println("not measured, too small for any policy: "
                    + report.tooSmall().size() + " texts");
        }
    }
}
