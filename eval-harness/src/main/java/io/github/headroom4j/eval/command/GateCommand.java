package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.gate.Gate;
import io.github.headroom4j.eval.gate.GateException;
import io.github.headroom4j.eval.gate.GateResult;
import io.github.headroom4j.eval.job.EvalFolders;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gate}: holds a run against a policy and a baseline. Its options are filled by picocli, read only afterwards. */
@Command(
        name = "gate",
        header = "Decide by a run's reports whether a change may pass.",
        description = {
            "Decides by a run's reports whether compression still saves as much and answers as well as it must.",
            "A result that is not shown is not a pass."
        },
        footer = {
            "",
            "Examples:",
            "  gate --baseline reports/baseline.json --policy reports/gate.yaml --comment target/gate.md",
            "  gate --write-baseline reports/baseline.json",
            "",
            "Ends with 0 for a pass, with 1 for a regression, with 2 if it cannot be judged."
        })
final class GateCommand implements EvalCommand {

    private static final int CANNOT_JUDGE = 2;

    @Option(names = "--reports", paramLabel = "DIR", description = "The run's reports; reports/ of the project.")
    @Nullable
    private Path reports;

    @Option(names = "--baseline", paramLabel = "FILE", description = "The run to hold this one against.")
    @Nullable
    private Path baseline;

    @Option(names = "--policy", paramLabel = "FILE", description = "What must be reached, in YAML.")
    @Nullable
    private Path policy;

    @Option(names = "--comment", paramLabel = "FILE", description = "Write a Markdown comment for the pull request.")
    @Nullable
    private Path comment;

    @Option(names = "--annotations", description = "Print annotations as GitHub Actions reads them.")
    private boolean annotations;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Make this run the baseline of later ones; nothing is judged.")
    @Nullable
    private Path writeBaseline;

    @Option(
            names = "--with-latency",
            description = "Keep times in the baseline, for runs on the same machine; they differ from run to run.")
    private boolean withLatency;

    @Override
    public int run(EvalContext context) {
        Path workingFolder = context.workingFolder();
        PrintStream out = context.out();
        try {
            Path folder = reports == null
                    ? EvalFolders.standardReports(workingFolder, false)
                    : workingFolder.resolve(reports);
            Gate gate = Gate.of(folder, resolve(workingFolder, baseline), resolve(workingFolder, policy));
            if (writeBaseline != null) {
                gate.writeBaseline(workingFolder.resolve(writeBaseline), withLatency);
                out.println("baseline: " + workingFolder.resolve(writeBaseline));
                return OK;
            }
            return tell(gate.judge(), workingFolder, out);
        } catch (GateException e) {
            out.println("gate: cannot judge: " + e.getMessage());
            return CANNOT_JUDGE;
        }
    }

    private int tell(GateResult result, Path workingFolder, PrintStream out) {
        out.print(result.console());
        if (annotations) {
            out.print(result.annotations());
        }
        if (comment != null) {
            write(workingFolder.resolve(comment), result.comment());
        }
        return result.exitCode();
    }

    private static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static @Nullable Path resolve(Path workingFolder, @Nullable Path file) {
        return file == null ? null : workingFolder.resolve(file);
    }
}
