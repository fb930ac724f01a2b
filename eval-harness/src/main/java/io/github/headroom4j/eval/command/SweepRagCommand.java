package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.EvalFolders;
import io.github.headroom4j.eval.job.Workloads;
import io.github.headroom4j.eval.workload.PassageWorkload;
import io.github.headroom4j.eval.workload.imported.ImportedWorkload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sweep-rag}: savings against answers kept. Its options are filled by picocli, read only afterwards. */
@Command(
        name = "sweep-rag",
        header = "Draw savings against answers kept for retrieved passages.",
        description = {
            "Prunes retrieved passages at many settings and cuts them naively to the same tokens; writes what is kept of"
                    + " answers as rag-curve.csv and rag-curve.svg."
        },
        footer = {
            "",
            "Examples:",
            "  sweep-rag                                   the project's questions with ten passages",
            "  sweep-rag --cases cases.jsonl --passages 0 --limit 200",
            "",
            "Ends with 0 if the curve is written, 1 if data are missing or broken, 2 if an option makes no sense."
        })
final class SweepRagCommand implements EvalCommand {

    @Option(names = "--split", paramLabel = "dev|test|all", description = "Which cases; default: ${DEFAULT-VALUE}.")
    String split = "all";

    @Option(
            names = "--passages",
            paramLabel = "N",
            description = "Only cases with N passages, 0 for all; default: ${DEFAULT-VALUE}.")
    int passages = 10;

    @Option(names = "--limit", paramLabel = "N", description = "At most N cases; 0, the default, for all.")
    int limit = 0;

    @Mixin
    private final FolderOptions folders = new FolderOptions();

    @Override
    public int run(EvalContext context) {
        EvalFolders places = folders.in(context);
        PassageWorkload workload = places.imported()
                .map(ImportedWorkload::passages)
                .or(() -> Workloads.withPassages(places.datasets()))
                .orElseThrow(
                        () -> new EvalException("no workload in " + places.datasets() + " has retrieved passages"));
        new SweepRagJob(workload, this, context.out()).run(places.reports());
        return OK;
    }
}
