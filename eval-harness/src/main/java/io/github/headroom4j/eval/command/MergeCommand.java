package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.EvalFolders;
import io.github.headroom4j.eval.job.MergeJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code merge}: the reports of a run that was split. Its options are filled by picocli, read only afterwards. */
@Command(
        name = "merge",
        header = "Put the shards of a run together and write its reports.",
        description = {
            "Puts the shards of a run together: the reports are the same bytes as those of a run that was never split.",
            "Needs nothing but the files that 'run --shard' wrote, wherever and in whatever order."
        },
        footer = {
            "",
            "Examples:",
            "  run --shard 1/2 && run --shard 2/2 && merge target/shards",
            "  merge from-machine-1 from-machine-2 from-machine-3 --reports target/merged",
            "",
            "Ends with 0 if the reports are written; with 1 if a shard is missing, there twice, broken or of another run;"
                    + " with 2 if an option makes no sense."
        })
final class MergeCommand implements EvalCommand {

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders that hold shards, or the files themselves.")
    private List<Path> places = new ArrayList<>();

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = "Where reports go; where 'run' would have put them by default.")
    @Nullable
    private Path reports;

    @Option(names = "--readme", paramLabel = "FILE", description = "Update the results table in this file, too.")
    @Nullable
    private Path readme;

    @Override
    public int run(EvalContext context) {
        Path workingFolder = context.workingFolder();
        Optional<Path> page = Optional.ofNullable(readme).map(workingFolder::resolve);
        page.filter(file -> !Files.isRegularFile(file)).ifPresent(file -> {
            throw EvalException.usage("no page to update: " + file + " is no file");
        });
        MergeJob job = MergeJob.of(places.stream().map(workingFolder::resolve).toList());
        Path to = reports == null
                ? EvalFolders.standardReports(workingFolder, job.isImported(), job.reader())
                : workingFolder.resolve(reports);
        job.run(to, page, context.out());
        return OK;
    }
}
