package io.github.headroom4j.eval;

import io.github.headroom4j.eval.content.ContentBenchJob;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.workload.PassageWorkload;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Entry point of the harness. A failure is an exception with a short message, never {@code System.exit}: run inside
 * Maven, that would take Maven down with it, while an exception makes both Maven and a bare JVM end with a non-zero code.
 */
public final class EvalHarness {

    private EvalHarness() {}

    /**
     * Runs the harness.
     *
     * @param args options; {@code --help} lists them
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        run(Path.of("").toAbsolutePath(), out, args);
    }

    static void run(Path workingFolder, PrintStream out, String... args) {
        EvalOptions options = new EvalOptions();
        ContentBenchOptions benchOptions = new ContentBenchOptions();
        ImportCommand importing = new ImportCommand();
        SweepRagOptions sweepOptions = new SweepRagOptions();
        CommandLine commandLine = new CommandLine(options)
                .addSubcommand(benchOptions)
                .addSubcommand(importing)
                .addSubcommand(sweepOptions);
        ParseResult parsed = parse(commandLine, args);
        CommandLine chosen =
                parsed.hasSubcommand() ? parsed.subcommand().commandSpec().commandLine() : commandLine;
        try {
            if (options.help || benchOptions.help || importing.help || sweepOptions.help) {
                chosen.usage(out);
            } else if (chosen.getCommand() == importing) {
                importing.run(workingFolder, out);
            } else if (chosen.getCommand() == sweepOptions) {
                sweepRag(sweepOptions, workingFolder, out);
            } else if (parsed.hasSubcommand()) {
                benchContent(benchOptions, workingFolder, out);
            } else {
                new EvalJob(
                                options,
                                EvalFolders.of(options, workingFolder),
                                out,
                                () -> ReaderFactory.of(options.reading, workingFolder))
                        .run();
            }
        } catch (DatasetException e) {
            throw new EvalException("the data are missing or broken: " + e.getMessage());
        }
    }

    private static ParseResult parse(CommandLine commandLine, String... args) {
        try {
            return commandLine.parseArgs(args);
        } catch (ParameterException e) {
            throw new EvalException(e.getMessage() + "; --help lists the options");
        }
    }

    private static void benchContent(ContentBenchOptions options, Path workingFolder, PrintStream out) {
        if (options.runs < 0) {
            throw new EvalException("--runs must not be negative, but was " + options.runs);
        }
        Path project = EvalFolders.project(workingFolder);
        Path target = project.resolve("target").resolve("bench-content");
        Path samples = options.samples == null
                ? project.resolve("datasets").resolve("content")
                : workingFolder.resolve(options.samples).normalize();
        // Figures of other people's data never land among the committed ones by accident.
        Path reports = options.samples == null ? project.resolve("reports") : target;
        List<String> problems = new ContentBenchJob(
                        samples,
                        options.types,
                        options.reports == null ? reports : workingFolder.resolve(options.reports),
                        target.resolve("timings.csv"),
                        options.runs)
                .run(out);
        if (!problems.isEmpty()) {
            throw new EvalException(problems.size() + " problems, the first: " + problems.get(0));
        }
    }

    private static void sweepRag(SweepRagOptions options, Path workingFolder, PrintStream out) {
        Path project = EvalFolders.project(workingFolder);
        Path datasets =
                options.datasets == null ? project.resolve("datasets") : workingFolder.resolve(options.datasets);
        Path reports = options.reports == null
                ? EvalFolders.reports(project, options.cases != null)
                : workingFolder.resolve(options.reports);
        PassageWorkload workload = options.cases == null
                ? Workloads.withPassages(datasets)
                        .orElseThrow(() -> new EvalException("no workload in " + datasets + " has retrieved passages"))
                : Workloads.imported(workingFolder.resolve(options.cases));
        new SweepRagJob(workload, options, out).run(reports);
    }
}
