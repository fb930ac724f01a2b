package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.arm.ArmRole;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.stats.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    public record Part(String workload, int cases, String hash) {

        /** Validates that nothing is missing. */
        public Part {
            Objects.requireNonNull(workload, "workload");
            Objects.requireNonNull(hash, "hash");
        }
    }

    /**
     * An arm.
     *
     * @param name its name
     * @param about what it does
     */
    public record ArmAbout(String name, String about) {

        /** Validates that nothing is missing. */
        public ArmAbout {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(about, "about");
        }
    }

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

        /** Validates that nothing is missing. */
        public ReaderAbout {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(settings, "settings");
        }

        /**
         * Whether it is a language model.
         *
         * @return false for programs
         */
        public boolean byModel() {
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

        /** Copies the lists. */
        public Setup {
            Objects.requireNonNull(protocol, "protocol");
            Objects.requireNonNull(options, "options");
            Objects.requireNonNull(reader, "reader");
            parts = List.copyOf(parts);
            arms = List.copyOf(arms);
        }

        /**
         * What was run with the deterministic readers.
         *
         * @param protocol margin, resamples, seed
         * @param parts the workloads
         * @param arms the arms
         * @param options the options that selected them, empty for the main job
         */
        public Setup(Protocol protocol, List<Part> parts, List<ArmAbout> arms, String options) {
            this(protocol, parts, arms, options, ReaderAbout.DETERMINISTIC);
        }
    }

    /** A group of cases that share a property, in one arm. */
    record Group(String value, ArmSummary summary) {}

    private final Setup setup;
    private final List<CaseResult> results;
    private final List<Strength> strengths;
    private final Map<Subject, CaseResult> baseline;
    private final List<ArmSummary> summaries;
    private final List<Group> splits;
    private final List<Group> tiers;

    private Report(Setup setup, List<CaseResult> results) {
        this.setup = setup;
        this.results = List.copyOf(results);
        this.baseline = this.results.stream()
                .filter(result -> result.arm().equals(Arms.BASELINE))
                .collect(Collectors.toMap(CaseResult::subject, Function.identity()));
        this.summaries = summarise(subject -> true);
        this.strengths = Strengths.of(this);
        this.splits = groups(Subject::split);
        this.tiers = groups(Subject::tier);
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

    List<Strength> strengths() {
        return strengths;
    }

    List<Group> splits() {
        return splits;
    }

    List<Group> tiers() {
        return tiers;
    }

    private List<Group> groups(Function<Subject, String> property) {
        List<Group> groups = new ArrayList<>();
        results.stream()
                .map(result -> property.apply(result.subject()))
                .distinct()
                .sorted()
                .forEach(value -> summarise(subject -> property.apply(subject).equals(value))
                        .forEach(summary -> groups.add(new Group(value, summary))));
        return groups;
    }

    /** What leaving things out adds to re-encoding, in each workload and arm of ours that has both. */
    List<OverLossless> overLossless() {
        return summaries.stream()
                .filter(row -> ArmRole.of(row.arm()) == ArmRole.OURS)
                .flatMap(row -> OverLossless.of(this, row.workload(), row.arm()).stream())
                .toList();
    }

    /** Case by case, in each workload and arm of the library. */
    List<CaseChanges> changes() {
        return summaries.stream()
                .filter(row -> ArmRole.of(row.arm()) == ArmRole.OURS || ArmRole.of(row.arm()) == ArmRole.LOSSLESS)
                .map(row -> new CaseChanges(pairs(row.workload(), row.arm())))
                .toList();
    }

    /** All results, each with the baseline, in the order they came. */
    List<ArmSummary.Pair> pairs() {
        return results.stream()
                .map(result -> new ArmSummary.Pair(before(result), result))
                .toList();
    }

    /** The cases of a workload in an arm, each with the baseline, in the order of the cases. */
    List<ArmSummary.Pair> pairs(String workload, String arm) {
        return pairs(workload, arm, subject -> true);
    }

    private List<ArmSummary.Pair> pairs(String workload, String arm, Predicate<Subject> wanted) {
        return results.stream()
                .filter(result -> result.arm().equals(arm)
                        && result.subject().workload().equals(workload)
                        && wanted.test(result.subject()))
                .map(result -> new ArmSummary.Pair(before(result), result))
                .toList();
    }

    /** Summaries per workload and arm over the subjects that are wanted; none where there is no such subject. */
    List<ArmSummary> summarise(Predicate<Subject> wanted) {
        List<ArmSummary> made = new ArrayList<>();
        for (Part part : setup.parts()) {
            for (ArmAbout arm : setup.arms()) {
                List<ArmSummary.Pair> pairs = pairs(part.workload(), arm.name(), wanted);
                if (!pairs.isEmpty()) {
                    made.add(ArmSummary.of(pairs, setup.protocol()));
                }
            }
        }
        return made;
    }

    private CaseResult before(CaseResult result) {
        CaseResult before = baseline.get(result.subject());
        if (before == null) {
            throw new IllegalArgumentException(
                    "no baseline for case " + result.subject().id());
        }
        return before;
    }
}
