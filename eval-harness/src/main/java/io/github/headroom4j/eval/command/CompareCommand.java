package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.gate.Comparison;
import io.github.headroom4j.eval.gate.GateException;
import io.github.headroom4j.eval.job.EvalException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code compare}: two runs side by side. Its parameters are filled by picocli, read only afterwards. */
@Command(
        name = "compare",
        header = "Put two runs side by side, case by case.",
        description =
                "Compares two runs: what each saves, and the difference of F1 over the same cases with its interval.",
        footer = {
            "",
            "Examples:",
            "  compare reports/baseline.json reports",
            "  compare target/before target/after",
            "",
            "Ends with 0 if both can be read, with 1 if one is missing or broken."
        })
final class CompareCommand implements EvalCommand {

    @Parameters(index = "0", paramLabel = "A", description = "A folder with reports, or a baseline.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "Another one, of later.")
    private Path second = Path.of("");

    @Override
    public int run(EvalContext context) {
        Path workingFolder = context.workingFolder();
        try {
            context.out()
                    .print(Comparison.of(workingFolder.resolve(first), workingFolder.resolve(second))
                            .text());
            return OK;
        } catch (GateException e) {
            throw new EvalException("compare: " + e.getMessage());
        }
    }
}
