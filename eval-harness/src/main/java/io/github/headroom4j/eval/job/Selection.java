package io.github.headroom4j.eval.job;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/**
 * Which cases in which arms. Immutable.
 *
 * @param workloads names of workloads, all if empty
 * @param arms names of arms, all usual ones if empty
 * @param split "dev", "test" or "all"
 * @param sample how many cases are drawn of each workload, before the split is applied
 * @param limit at most so many cases per workload, the first ones of those; 0 for all
 */
public record Selection(List<String> workloads, List<String> arms, String split, SampleSize sample, int limit) {

    /** What {@code split} may be. */
    public static final List<String> SPLITS = List.of("dev", "test", "all");

    /** Naive arms and controls fail by tens of points, which fifty cases show; more of them would only take time. */
    static final int COMPARED_CASES = 50;

    /** What the main job runs. */
    public static final Selection STANDARD = new Selection(List.of(), List.of(), "all", SampleSize.STANDARD, 0);

    /** Copies the lists, checks split and limit. */
    public Selection {
        workloads = List.copyOf(workloads);
        arms = List.copyOf(arms);
        Names.require("split", split, SPLITS);
        if (limit < 0) {
            throw EvalException.usage("--limit must not be negative, but was " + limit);
        }
    }

    /**
     * The workloads that are wanted.
     *
     * @param known all there are
     * @return those of them, in their order
     * @throws EvalException if a name is unknown
     */
    public List<Workload> of(List<Workload> known) {
        List<String> names = known.stream().map(Workload::name).toList();
        workloads.forEach(name -> Names.require("workload", name, names));
        return known.stream()
                .filter(one -> workloads.isEmpty() || workloads.contains(one.name()))
                .toList();
    }

    /**
     * The cases that are wanted.
     *
     * @param workload whose
     * @return at least one
     * @throws EvalException if there is none
     */
    public List<EvalCase> casesOf(Workload workload) {
        List<EvalCase> cases = Sample.of(workload.cases(), sample.of(workload)).stream()
                .filter(one -> split.equals("all") || split.equals(one.split()))
                .limit(limit > 0 ? limit : Long.MAX_VALUE)
                .toList();
        if (cases.isEmpty()) {
            throw new EvalException("workload " + workload.name() + " has no case in split " + split);
        }
        return cases;
    }

    /** On how many cases of a workload naive arms and controls run: all if somebody asks for arms or for everything. */
    int comparedCases() {
        return arms.isEmpty() && sample.kind() != SampleSize.Kind.FULL ? COMPARED_CASES : Integer.MAX_VALUE;
    }

    /**
     * What reports say about it; nothing about paths, which differ between machines.
     *
     * @return the options that make this selection, empty for the main job
     */
    public String describe() {
        List<String> words = new ArrayList<>();
        if (!workloads.isEmpty()) {
            words.add("--workloads " + String.join(",", workloads));
        }
        if (!arms.isEmpty()) {
            words.add("--arms " + String.join(",", arms));
        }
        if (!split.equals("all")) {
            words.add("--split " + split);
        }
        if (!sample.describe().isEmpty()) {
            words.add(sample.describe());
        }
        if (limit > 0) {
            words.add("--limit " + limit);
        }
        return String.join(" ", words);
    }
}
