package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.EvalFolders;
import io.github.headroom4j.eval.job.EvalJob;
import io.github.headroom4j.eval.job.RunReader;
import io.github.headroom4j.eval.job.Shard;
import io.github.headroom4j.eval.job.ShardJob;
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
            "  run --reader openai --model NAME        a language model answers, which costs money",
            "  run --full --shard 2/5                  one of five machines; then 'merge target/shards'",
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

    @Mixin
    private final ReaderOptions reading = new ReaderOptions();

    @Option(names = "--readme", paramLabel = "FILE", description = "Update the results table in this file, too.")
    @Nullable
    private Path readme;

    @Option(names = "--fresh", description = "Forget what an interrupted run has left behind.")
    private boolean fresh;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Run every N-th case from the I-th on and write shard-I-of-N.jsonl, into target/shards by default;"
                            + " 'merge' makes the reports.")
    @Nullable
    private String shard;

    @Override
    public int run(EvalContext context) {
        EvalFolders places = folders.in(context);
        Optional<Path> page = Optional.ofNullable(readme).map(context.workingFolder()::resolve);
        page.filter(file -> !Files.isRegularFile(file)).ifPresent(file -> {
            throw EvalException.usage("no page to update: " + file + " is no file");
        });
        try (RunReader reader = ReaderFactory.of(reading, context)) {
            if (shard != null) {
                return runShard(context, places, reader);
            }
            EvalFolders to = folders.reportsGiven()
                    ? places
                    : places.withReports(EvalFolders.standardReports(
                            context.workingFolder(), places.cases().isPresent(), reader.about()));
            new EvalJob(selection.selection(), to, context.out())
                    .fresh(fresh)
                    .readme(page)
                    .reader(reader)
                    .run();
            return OK;
        }
    }

    private int runShard(EvalContext context, EvalFolders places, RunReader reader) {
        if (readme != null) {
            throw EvalException.usage("--readme goes with 'merge', not with --shard");
        }
        EvalFolders shards = folders.reportsGiven()
                ? places
                : places.withReports(EvalFolders.project(context.workingFolder())
                        .resolve("target")
                        .resolve("shards"));
        Path file = new ShardJob(selection.selection(), shards, Shard.parse(String.valueOf(shard)))
                .fresh(fresh)
                .reader(reader)
                .run(context.out());
        context.out().println("shard: " + file);
        return OK;
    }
}
