package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.job.EvalFolders;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of all commands that read cases and write reports: where they are. Filled by picocli, read only afterwards. */
final class FolderOptions {

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = "Where reports go; reports/ of the project, or target/imported with --cases.")
    @Nullable
    private Path reports;

    boolean reportsGiven() {
        return reports != null;
    }

    /** Options win; else the project's own folders. */
    EvalFolders in(EvalContext context) {
        Path workingFolder = context.workingFolder();
        return new EvalFolders(
                data.datasets(context),
                reports == null
                        ? EvalFolders.standardReports(workingFolder, data.cases != null)
                        : workingFolder.resolve(reports),
                Optional.ofNullable(data.cases).map(workingFolder::resolve));
    }
}
