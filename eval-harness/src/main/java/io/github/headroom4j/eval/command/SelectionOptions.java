package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.SampleSize;
import io.github.headroom4j.eval.job.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of all commands that run cases: which, and in which arms. Filled by picocli, read only afterwards. */
final class SelectionOptions {

    @Option(
            names = {"--workloads", "--workload"},
            split = ",",
            paramLabel = "NAME",
            description = "Which workloads; all by default.")
    List<String> workloads = new ArrayList<>();

    @Option(names = "--arms", split = ",", paramLabel = "NAME", description = "Which arms; 'none' always runs.")
    List<String> arms = new ArrayList<>();

    @Option(names = "--split", paramLabel = "dev|test|all", description = "Which cases; default: ${DEFAULT-VALUE}.")
    String split = "all";

    @Option(names = "--limit", paramLabel = "N", description = "At most N cases per workload; 0, the default, for all.")
    int limit = 0;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Draw at most N cases per workload, in the shares of its splits, tiers and clusters.")
    @Nullable
    Integer sample;

    @Option(names = "--full", description = "Run all cases, also of workloads of which only a sample runs by default.")
    boolean full;

    Selection selection() {
        return new Selection(workloads, arms, split, size(), limit);
    }

    private SampleSize size() {
        if (sample == null) {
            return full ? SampleSize.FULL : SampleSize.STANDARD;
        }
        if (full) {
            throw EvalException.usage("--full and --sample " + sample + " exclude each other");
        }
        return SampleSize.of(sample);
    }
}
