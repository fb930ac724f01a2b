package io.github.headroom4j.eval.job;

import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.page.HtmlReport;
import io.github.headroom4j.eval.report.Latencies;
import io.github.headroom4j.eval.report.Report;
import io.github.headroom4j.eval.report.ReportFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts the shards of a run together. Needs nothing but their files: no data are read and no case is run, and the reports are
 * the same bytes as those of a run that was never split.
 */
public final class MergeJob {

    private final Map<Integer, Path> files = new TreeMap<>();
    private final List<ShardFile> shards = new ArrayList<>();

    private MergeJob() {}

    /**
     * Reads and checks the shards.
     *
     * @param places folders that hold shards, or the files themselves
     * @return what can be written
     * @throws EvalException if a shard is missing, there twice, broken or of another run; the message names the file
     */
    public static MergeJob of(List<Path> places) {
        MergeJob job = new MergeJob();
        for (Path place : places) {
            filesIn(place).forEach(job::add);
        }
        if (job.shards.isEmpty()) {
            throw new EvalException("no shard-*-of-*.jsonl in " + places);
        }
        job.checkComplete();
        return job;
    }

    private static List<Path> filesIn(Path place) {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(place, "shard-*-of-*.jsonl")) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new EvalException(place + ": is no folder that can be read");
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private void add(Path file) {
        ShardFile shard = ShardFile.read(file);
        Path twin = files.putIfAbsent(shard.header().shard().index(), file);
        if (!shards.isEmpty()) {
            checkSameRun(file, shard.header(), shards.get(0).header());
        }
        if (twin != null) {
            throw new EvalException(
                    "shard " + shard.header().shard().index() + " is there twice: " + twin + " and " + file);
        }
        shards.add(shard);
    }

    private void checkSameRun(Path file, ShardFile.Header one, ShardFile.Header first) {
        Path other = files.values().iterator().next();
        if (!one.key().equals(first.key())) {
            throw new EvalException(
                    file + " and " + other + " are of different runs: their options, data or program differ" + " ("
                            + describe(one) + " / " + describe(first) + ")");
        }
        if (one.shard().of() != first.shard().of()) {
            throw new EvalException(file + " is one of " + one.shard().of() + " shards, but " + other + " is one of "
                    + first.shard().of());
        }
        if (!one.setup().equals(first.setup()) || !one.versions().equals(first.versions())) {
            throw new EvalException(file + " and " + other + " are of one run but describe it differently");
        }
    }

    private static String describe(ShardFile.Header header) {
        String options = header.setup().options();
        return "run " + header.key().substring(0, Math.min(8, header.key().length()))
                + (options.isEmpty() ? "" : ", " + options);
    }

    private void checkComplete() {
        ShardFile.Header first = shards.get(0).header();
        List<String> missing = new ArrayList<>();
        for (int i = 1; i <= first.shard().of(); i++) {
            if (!files.containsKey(i)) {
                missing.add(i + "/" + first.shard().of());
            }
        }
        if (!missing.isEmpty()) {
            throw new EvalException("shards are missing: " + String.join(", ", missing));
        }
        Set<Integer> places = new HashSet<>();
        shards.forEach(shard -> shard.results().forEach(line -> places.add(line.place())));
        if (places.size() != first.cases()) {
            throw new EvalException("the shards hold " + places.size() + " cases, but the run has " + first.cases());
        }
    }

    /**
     * Who answered.
     *
     * @return the reader of all shards
     */
    public Report.ReaderAbout reader() {
        return shards.get(0).header().setup().reader();
    }

    /**
     * Whether the cases were imported.
     *
     * @return whether the reports are of other people's data
     */
    public boolean isImported() {
        return shards.get(0).header().imported();
    }

    /**
     * Writes the reports.
     *
     * @param reports where they go
     * @param readme a page whose table of results to update
     * @param out where the table goes
     */
    public void run(Path reports, Optional<Path> readme, PrintStream out) {
        long start = System.nanoTime();
        // Stable: the arms of a case are all in one shard, and stay in their order.
        List<CaseResult> results = shards.stream()
                .flatMap(shard -> shard.results().stream())
                .sorted(Comparator.comparingInt(ShardFile.Line::place))
                .map(ShardFile.Line::result)
                .toList();
        Report report = Report.of(shards.get(0).header().setup(), results);
        ReportFiles written = new ReportFiles(reports);
        written.write(report, System.nanoTime() - start, new Latencies());
        HtmlReport.write(reports);
        readme.ifPresent(page -> written.updateReadme(page, report));
        out.println(report.console());
        out.println("reports: " + reports);
    }
}
