package io.github.headroom4j.eval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the command line. Filled by picocli, read only afterwards. */
@Command(
        name = "eval",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description =
                "Replays recorded agent sessions with and without compression; prints tokens and F1, writes reports.")
final class EvalOptions {

    @Option(names = "--workloads", split = ",", paramLabel = "NAME", description = "Which workloads; all by default.")
    List<String> workloads = new ArrayList<>();

    @Option(names = "--arms", split = ",", paramLabel = "NAME", description = "Which arms; 'none' always runs.")
    List<String> arms = new ArrayList<>();

    @Option(names = "--split", paramLabel = "dev|test|all", description = "Which cases; default: ${DEFAULT-VALUE}.")
    String split = "all";

    @Option(names = "--limit", paramLabel = "N", description = "At most N cases per workload; 0, the default, for all.")
    int limit = 0;

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description =
                    "Cases that 'import' has written, in place of the project's own; reports go to target/imported.")
    @Nullable
    Path cases;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = "Where reports go; reports/ of the project, or target/model with a language model.")
    @Nullable
    Path reports;

    @Option(names = "--datasets", paramLabel = "DIR", description = "Where data are; datasets/ of the project.")
    @Nullable
    Path datasets;

    @Option(names = "--readme", paramLabel = "FILE", description = "Update the results table in this file, too.")
    @Nullable
    Path readme;

    @Mixin
    ReaderOptions reading = new ReaderOptions();

    @Option(names = "--fresh", description = "Forget what an interrupted run has left behind.")
    boolean fresh;

    @Option(names = "--help", usageHelp = true, description = "Print this and do nothing.")
    boolean help;

    /** What reports say about the selection; nothing about paths, which differ between machines. */
    String describe() {
        List<String> words = new ArrayList<>();
        if (!workloads.isEmpty()) {
            words.add("--workloads " + String.join(",", workloads));
        }
        if (!arms.isEmpty()) {
            words.add("--arms " + String.join(",", arms));
        }
        if (!split.equals("all")) {
            words.add("--split " + split);
        }
        if (limit > 0) {
            words.add("--limit " + limit);
        }
        if (!reading.describe().isEmpty()) {
            words.add(reading.describe());
        }
        return String.join(" ", words);
    }
}
