package io.github.headroom4j.eval;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of {@code sweep-rag}. Filled by picocli, read only afterwards. */
@Command(
        name = "sweep-rag",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Prunes retrieved passages at many settings and cuts them naively to the same tokens; writes what is kept of"
                    + " answers as rag-curve.csv and rag-curve.svg."
        })
final class SweepRagOptions {

    @Option(names = "--split", paramLabel = "dev|test|all", description = "Which cases; default: ${DEFAULT-VALUE}.")
    String split = "all";

    @Option(
            names = "--passages",
            paramLabel = "N",
            description = "Only cases with N passages, 0 for all; default: ${DEFAULT-VALUE}.")
    int passages = 10;

    @Option(names = "--limit", paramLabel = "N", description = "At most N cases; 0, the default, for all.")
    int limit = 0;

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description =
                    "Cases that 'import' has written, in place of the project's own; reports go to target/imported.")
    @Nullable
    Path cases;

    @Option(names = "--reports", paramLabel = "DIR", description = "Where files go; reports/ of the project.")
    @Nullable
    Path reports;

    @Option(names = "--datasets", paramLabel = "DIR", description = "Where data are; datasets/ of the project.")
    @Nullable
    Path datasets;

    @Option(names = "--help", usageHelp = true, description = "Print this and do nothing.")
    boolean help;
}
