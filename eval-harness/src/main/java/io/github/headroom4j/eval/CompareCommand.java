package io.github.headroom4j.eval;

import io.github.headroom4j.eval.gate.Comparison;
import io.github.headroom4j.eval.gate.GateException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: two runs side by side. Its parameters are filled by picocli, read only afterwards. */
@Command(
        name = "compare",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Compares two runs case by case: what each saves, and the difference of F1 with its interval.",
            "",
            "  compare reports/baseline.json target/mine"
        })
final class CompareCommand {

    @Parameters(arity = "0..2", paramLabel = "RUN", description = "Two folders with reports, or baselines.")
    List<Path> runs = List.of();

    @Option(names = "--help", usageHelp = true, description = "Print this and do nothing.")
    boolean help;

    /** Prints the comparison and gives the exit code. */
    int run(Path workingFolder, PrintStream out) {
        if (runs.size() != 2) {
            throw new EvalException("compare needs two runs, but got " + runs.size() + "; compare --help tells more");
        }
        try {
            out.print(Comparison.of(workingFolder.resolve(runs.get(0)), workingFolder.resolve(runs.get(1)))
                    .text());
            return 0;
        } catch (GateException e) {
            throw new EvalException("compare: " + e.getMessage());
        }
    }
}
