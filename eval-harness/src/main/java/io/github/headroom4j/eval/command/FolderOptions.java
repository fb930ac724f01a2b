package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.EvalFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of all commands that read cases and write reports: where they are. Filled by picocli, read only afterwards. */
final class FolderOptions {

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description =
                    "Cases that 'import' has written, in place of the project's own; reports go to target/imported.")
    @Nullable
    Path cases;

    @Option(names = "--reports", paramLabel = "DIR", description = "Where reports go; reports/ of the project.")
    @Nullable
    Path reports;

    @Option(names = "--datasets", paramLabel = "DIR", description = "Where data are; datasets/ of the project.")
    @Nullable
    Path datasets;

    /** Options win; else the project's own folders. */
    EvalFolders in(EvalContext context) {
        Path workingFolder = context.workingFolder();
        Path project = EvalFolders.project(workingFolder);
        Path data = datasets == null ? project.resolve("datasets") : workingFolder.resolve(datasets);
        if (!Files.isDirectory(data)) {
            throw EvalException.usage("no data: " + data + " is no folder; run below the project or give --datasets");
        }
        // Figures of other people's data never land among the committed ones by accident.
        Path standard = cases == null
                ? project.resolve("reports")
                : project.resolve("target").resolve("imported");
        return new EvalFolders(
                data,
                reports == null ? standard : workingFolder.resolve(reports),
                Optional.ofNullable(cases).map(workingFolder::resolve));
    }
}
