package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.stats.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything that a finished run says. Holds neither clock nor machine. Immutable. */
public final class Report {

    /**
     * The cases of a workload that were run.
     *
     * @param workload its name
     * @param cases how many
     * @param hash SHA-256 over everything that the cases say
     */
    public record Part(String workload, int cases, String hash) {}

    /**
     * An arm.
     *
     * @param name its name
     * @param about what it does
     */
    public record ArmAbout(String name, String about) {}

    /**
     * Who answered.
     *
     * @param kind "deterministic" for programs, or the provider of a language model
     * @param model the model's name; empty for programs
     * @param settings what it was asked with, in words; empty for programs
     * @param repeats how many answers each case got in each arm
     */
    public record ReaderAbout(String kind, String model, String settings, int repeats) {

        /** Programs, one per workload. */
        public static final ReaderAbout DETERMINISTIC = new ReaderAbout("deterministic", "", "", 1);

        boolean isModel() {
            return !kind.equals(DETERMINISTIC.kind);
        }
    }

    /**
     * What was run, and how it is judged.
     *
     * @param protocol margin, resamples, seed
     * @param parts the workloads
     * @param arms the arms
     * @param options the options that selected them, empty for the main job
     * @param reader who answered
     */
    public record Setup(Protocol protocol, List<Part> parts, List<ArmAbout> arms, String options, ReaderAbout reader) {

        /**
         * A run of the deterministic readers.
         *
         * @param protocol margin, resamples, seed
         * @param parts the workloads
         * @param arms the arms
         * @param options the options that selected them
         */
        public Setup(Protocol protocol, List<Part> parts, List<ArmAbout> arms, String options) {
            this(protocol, parts, arms, options, ReaderAbout.DETERMINISTIC);
        }
    }

    private final Setup setup;
    private final List<CaseResult> results;
    private final List<ArmSummary> summaries;

    private Report(Setup setup, List<CaseResult> results) {
        this.setup = setup;
        this.results = List.copyOf(results);
        this.summaries = summarise(subject -> true);
    }

    /**
     * A report.
     *
     * @param setup what was run
     * @param results one per case and arm, the baseline among the arms
     * @return the report
     */
    public static Report of(Setup setup, List<CaseResult> results) {
        return new Report(setup, results);
    }

    /**
     * What a person sees at the end of a run.
     *
     * @return an aligned table with a few words
     */
    public String console() {
        return new Tables(this).main().plain() + "\n" + new SummaryText(this).caveats();
    }

    Setup setup() {
        return setup;
    }

    List<CaseResult> results() {
        return results;
    }

    boolean hasPassages() {
        return results.stream().anyMatch(result -> result.rag() != null);
    }

    List<ArmSummary> summaries() {
        return summaries;
    }

    /** Summaries per workload and arm over the subjects that are wanted; none where there is no such subject. */
    List<ArmSummary> summarise(Predicate<Subject> wanted) {
        Map<Subject, CaseResult> baseline = results.stream()
                .filter(result -> result.arm().equals(Arms.BASELINE))
                .collect(Collectors.toMap(CaseResult::subject, Function.identity()));
        List<ArmSummary> made = new ArrayList<>();
        for (Part part : setup.parts()) {
            for (ArmAbout arm : setup.arms()) {
                List<ArmSummary.Pair> pairs = results.stream()
                        .filter(result -> result.arm().equals(arm.name())
                                && result.subject().workload().equals(part.workload())
                                && wanted.test(result.subject()))
                        .map(result -> new ArmSummary.Pair(before(baseline, result), result))
                        .toList();
                if (!pairs.isEmpty()) {
                    made.add(ArmSummary.of(pairs, setup.protocol()));
                }
            }
        }
        return made;
    }

    private static CaseResult before(Map<Subject, CaseResult> baseline, CaseResult result) {
        CaseResult before = baseline.get(result.subject());
        if (before == null) {
            throw new IllegalArgumentException(
                    "no baseline for case " + result.subject().id());
        }
        return before;
    }
}
