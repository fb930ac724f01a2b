package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.EvalFolders;
import io.github.headroom4j.eval.job.Workloads;
import io.github.headroom4j.eval.workload.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of all commands that read cases: where they are. Filled by picocli, read only afterwards. */
final class DataOptions {

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "Cases that 'import' has written, in place of the project's own.")
    @Nullable
    Path cases;

    @Option(names = "--datasets", paramLabel = "DIR", description = "Where data are; datasets/ of the project.")
    @Nullable
    Path datasets;

    /** The imported cases, or all workloads of the project. */
    List<Workload> workloads(EvalContext context) {
        return cases == null
                ? Workloads.in(datasets(context))
                : List.of(Workloads.imported(context.workingFolder().resolve(cases)));
    }

    /** The option wins; else the project's own folder. */
    Path datasets(EvalContext context) {
        Path workingFolder = context.workingFolder();
        Path data = datasets == null
                ? EvalFolders.project(workingFolder).resolve("datasets")
                : workingFolder.resolve(datasets);
        if (!Files.isDirectory(data)) {
            throw EvalException.usage("no data: " + data + " is no folder; run below the project or give --datasets");
        }
        return data;
    }
}
