package io.github.headroom4j.eval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of {@code bench-content}. Filled by picocli, read only afterwards. */
@Command(
        name = "bench-content",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Compresses samples of every content type; prints savings, checks and times, writes content.md, .json, .csv.",
            "The folder's name is the type: json, logs, search, diff, code, tables, build, html, markdown, prose, mixed,"
                    + " opaque, or a name of your own. Deeper folders only sort, .gz is unpacked. Beside a sample X,"
                    + " X.query.txt holds the question, X.vital.txt one text per line that must stay visible."
        },
        footer = {
            "",
            "Ends with 0 if every original came back and nothing grew; with 1 if not, or if samples are missing or"
                    + " unreadable, saying which."
        })
final class ContentBenchOptions {

    @Option(names = "--samples", paramLabel = "DIR", description = "Where samples are; datasets/content by default.")
    @Nullable
    Path samples;

    @Option(names = "--types", split = ",", paramLabel = "TYPE", description = "Which types; all by default.")
    List<String> types = new ArrayList<>();

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = "Where reports go; reports/ of the project, or target/bench-content with --samples.")
    @Nullable
    Path reports;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description =
                    "Time each sample N times, 0 for not at all; default: ${DEFAULT-VALUE}. Times go to the console and"
                            + " to target/bench-content/timings.csv, never into reports.")
    int runs = 5;

    @Option(names = "--help", usageHelp = true, description = "Print this and do nothing.")
    boolean help;
}
