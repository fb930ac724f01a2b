package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.content.ContentBenchJob;
import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.EvalFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench-content}: what each content type saves. Its options are filled by picocli, read only afterwards. */
@Command(
        name = "bench-content",
        header = "Measure what each content type saves, on our samples or yours.",
        description = {
            "Compresses samples of every content type; prints savings, checks and times, writes content.md, .json, .csv.",
            "The folder's name is the type: json, logs, search, diff, code, tables, build, html, markdown, prose, mixed,"
                    + " opaque, or a name of your own. Deeper folders only sort, .gz is unpacked. Beside a sample X,"
                    + " X.query.txt holds the question, X.vital.txt one text per line that must stay visible."
        },
        footer = {
            "",
            "Examples:",
            "  bench-content                                 our samples, reports into reports/",
            "  bench-content --samples ~/samples --runs 0    yours, reports into target/bench-content",
            "  bench-content --types logs,json",
            "",
            "Ends with 0 if every original came back and nothing grew; with 1 if not, or if samples are missing or"
                    + " unreadable, saying which."
        })
final class BenchContentCommand implements EvalCommand {

    @Option(names = "--samples", paramLabel = "DIR", description = "Where samples are; datasets/content by default.")
    @Nullable
    private Path samples;

    @Option(names = "--types", split = ",", paramLabel = "TYPE", description = "Which types; all by default.")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = "Where reports go; reports/ of the project, or target/bench-content with --samples.")
    @Nullable
    private Path reports;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description =
                    "Time each sample N times, 0 for not at all; default: ${DEFAULT-VALUE}. Times go to the console and"
                            + " to target/bench-content/timings.csv, never into reports.")
    private int runs = 5;

    @Override
    public int run(EvalContext context) {
        if (runs < 0) {
            throw EvalException.usage("--runs must not be negative, but was " + runs);
        }
        Path workingFolder = context.workingFolder();
        Path project = EvalFolders.project(workingFolder);
        Path target = project.resolve("target").resolve("bench-content");
        Path from = samples == null
                ? project.resolve("datasets").resolve("content")
                : workingFolder.resolve(samples).normalize();
        // Figures of other people's data never land among the committed ones by accident.
        Path standard = samples == null ? project.resolve("reports") : target;
        Path to = reports == null ? standard : workingFolder.resolve(reports);
        List<String> problems =
                new ContentBenchJob(from, types, to, target.resolve("timings.csv"), runs).run(context.out());
        if (!problems.isEmpty()) {
            throw new EvalException(problems.size() + " problems, the first: " + problems.get(0));
        }
        return OK;
    }
}
