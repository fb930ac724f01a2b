package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.EvalFolders;
import io.github.headroom4j.eval.job.EvalJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: the main job. Its options are filled by picocli, read only afterwards. */
@Command(
        name = "run",
        header = "Replay all cases in all arms and write the reports; what happens without a command.",
        description =
                "Replays recorded agent sessions with and without compression; prints tokens and F1, writes reports.",
        footer = {
            "",
            "Examples:",
            "  run                                     every workload in every arm, reports into reports/",
            "  run --workloads rag --arms headroom --reports target/look",
            "  run --cases cases.jsonl                 cases that 'import' has made",
            "",
            "An interrupted run goes on where it was when it is started again with the same options.",
            "Ends with 0 if the reports are written, whatever they say; with 1 if a case fails or data are broken; with 2 if"
                    + " an option makes no sense."
        })
final class RunCommand implements EvalCommand {

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final FolderOptions folders = new FolderOptions();

    @Option(names = "--readme", paramLabel = "FILE", description = "Update the results table in this file, too.")
    @Nullable
    private Path readme;

    @Option(names = "--fresh", description = "Forget what an interrupted run has left behind.")
    private boolean fresh;

    @Override
    public int run(EvalContext context) {
        EvalFolders places = folders.in(context);
        Optional<Path> page = Optional.ofNullable(readme).map(context.workingFolder()::resolve);
        page.filter(file -> !Files.isRegularFile(file)).ifPresent(file -> {
            throw EvalException.usage("no page to update: " + file + " is no file");
        });
        new EvalJob(selection.selection(), places, context.out())
                .fresh(fresh)
                .readme(page)
                .run();
        return OK;
    }
}
