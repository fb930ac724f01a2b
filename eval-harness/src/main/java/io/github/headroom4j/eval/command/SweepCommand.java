package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.EvalFolders;
import io.github.headroom4j.eval.job.SampleSize;
import io.github.headroom4j.eval.job.Selection;
import io.github.headroom4j.eval.sweep.Setting;
import io.github.headroom4j.eval.workload.ToolWorkload;
import io.github.headroom4j.eval.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sweep}: savings against F1 per workload, and what each part earns. Its options are filled by picocli, read only afterwards. */
@Command(
        name = "sweep",
        header = "Draw savings against F1 for tool results, or measure what each part earns.",
        description = {
            "Compresses tool results losslessly, as far as it is safe, and within several budgets, and cuts them naively to the"
                    + " same tokens; writes savings, F1 and evidence as frontier.csv and, per workload, as"
                    + " frontier-WORKLOAD.svg. With --ablations it runs the library without one part after the other instead,"
                    + " and writes ablations.csv."
        },
        footer = {
            "",
            "Examples:",
            "  sweep                                       all workloads with tool calls",
            "  sweep --workloads log-triage --points lossless,safe,1000,300",
            "  sweep --ablations --full --reports target/ablations",
            "",
            "Ends with 0 if the files are written, 1 if data are missing or broken, 2 if an option makes no sense."
        })
final class SweepCommand implements EvalCommand {

    /** Enough for a picture, in minutes. */
    private static final int STANDARD_SAMPLE = 40;

    @Option(
            names = {"--workloads", "--workload"},
            split = ",",
            paramLabel = "NAME",
            description = "Which workloads; by default all whose cases are one question with tool calls.")
    private List<String> workloads = new ArrayList<>();

    @Option(
            names = "--points",
            split = ",",
            paramLabel = "POINT",
            description = "lossless, safe, or a budget in tokens for each tool result;"
                    + " default: lossless,safe,4000,2000,1000,500,250.")
    private List<String> points = new ArrayList<>();

    @Option(names = "--ablations", description = "Run the library without one part after the other instead.")
    private boolean ablations;

    @Option(names = "--split", paramLabel = "dev|test|all", description = "Which cases; default: ${DEFAULT-VALUE}.")
    private String split = "all";

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Draw at most N cases per workload, in the shares of its splits, tiers and clusters;"
                    + " default: " + STANDARD_SAMPLE + ".")
    private @Nullable Integer sample;

    @Option(names = "--limit", paramLabel = "N", description = "At most N cases per workload; 0, the default, for all.")
    private int limit = 0;

    @Option(names = "--full", description = "Run all cases.")
    private boolean full;

    @Mixin
    private final FolderOptions folders = new FolderOptions();

    @Override
    public int run(EvalContext context) {
        if (ablations && !points.isEmpty()) {
            throw EvalException.usage("--points " + String.join(",", points) + " and --ablations exclude each other");
        }
        EvalFolders places = folders.in(context);
        List<Setting> settings = settings();
        SweepJob job = new SweepJob(workloads(places), selection(), context.out());
        if (ablations) {
            job.ablations(places.reports());
        } else {
            job.frontier(settings, places.reports());
        }
        return OK;
    }

    private Selection selection() {
        if (full && sample != null) {
            throw EvalException.usage("--full and --sample " + sample + " exclude each other");
        }
        SampleSize size = full ? SampleSize.FULL : SampleSize.of(sample == null ? STANDARD_SAMPLE : sample);
        return new Selection(workloads, List.of(), split, size, limit);
    }

    private List<Setting> settings() {
        try {
            return points.isEmpty()
                    ? Setting.STANDARD
                    : points.stream().distinct().map(Setting::of).toList();
        } catch (IllegalArgumentException e) {
            throw EvalException.usage("--points: " + e.getMessage());
        }
    }

    private List<ToolWorkload> workloads(EvalFolders places) {
        List<Workload> known = places.imported()
                .<List<Workload>>map(imported -> List.of(imported.calls()))
                .orElseGet(places::workloads);
        List<ToolWorkload> wanted = selection().of(known).stream()
                .flatMap(one -> one instanceof ToolWorkload tools ? Stream.of(tools) : skipped(one))
                .toList();
        if (wanted.isEmpty()) {
            throw new EvalException("no workload in " + places.datasets() + " has tool calls");
        }
        return wanted;
    }

    /** Other kinds of cases are left out, but not in silence if somebody asked for them. */
    private Stream<ToolWorkload> skipped(Workload other) {
        if (workloads.contains(other.name())) {
            throw EvalException.usage("the cases of " + other.name()
                    + " are no single questions with tool calls; sweep-rag is for retrieved passages");
        }
        return Stream.of();
    }
}
