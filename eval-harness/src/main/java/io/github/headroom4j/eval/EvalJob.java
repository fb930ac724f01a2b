package io.github.headroom4j.eval;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.reader.model.ModelStop;
import io.github.headroom4j.eval.report.Progress;
import io.github.headroom4j.eval.report.Report;
import io.github.headroom4j.eval.report.ReportFiles;
import io.github.headroom4j.eval.stats.Protocol;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.eval.workload.imported.ImportedWorkload;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run: select, replay, report. */
final class EvalJob {

    static final Set<String> SPLITS = Set.of("dev", "test", "all");

    private final EvalOptions options;
    private final EvalFolders folders;
    private final PrintStream out;
    private final Supplier<RunReader> readers;

    EvalJob(EvalOptions options, EvalFolders folders, PrintStream out, Supplier<RunReader> readers) {
        this.options = options;
        this.folders = folders;
        this.out = out;
        this.readers = readers;
    }

    void run() {
        try (RunReader reader = readers.get()) {
            run(reader);
        }
    }

    private void run(RunReader reader) {
        Optional<ImportedWorkload> imported = folders.cases().map(Workloads::imported);
        List<Workload> known = imported.<List<Workload>>map(List::of).orElseGet(() -> Workloads.in(folders.datasets()));
        Evaluation evaluation = new Evaluation(known, options.arms, reader);
        if (!SPLITS.contains(options.split)) {
            throw new EvalException("unknown split '" + options.split + "'; known are dev, test, all");
        }
        long start = System.nanoTime();
        List<Evaluation.Task> tasks = tasks(known);
        List<Report.Part> parts = tasks.stream()
                .map(task ->
                        new Report.Part(task.workload().name(), task.cases().size(), hash(task.cases())))
                .toList();
        RunJournal journal =
                RunJournal.open(folders.reports(), runKey(reader, about(evaluation, tasks), parts), options.fresh);
        int total = parts.stream().mapToInt(Report.Part::cases).sum();
        Progress progress = Progress.to(out, total);
        progress.say(extent(evaluation, tasks)
                + (journal.size() > 0 ? ", going on after " + journal.size() + " results" : ""));
        List<CaseResult> results;
        try {
            results = evaluation.run(tasks, journal, progress);
        } catch (ModelStop e) {
            throw stopped(e, journal, reader);
        }
        progress.end();
        reader.spent().ifPresent(spent -> out.println("spent: " + spent));
        Report report = Report.of(
                new Report.Setup(
                        Protocol.standard(), parts, about(evaluation, tasks), selection(imported), reader.about()),
                results);
        ReportFiles files = new ReportFiles(folders.reports());
        files.write(report, System.nanoTime() - start);
        folders.readme().ifPresent(readme -> files.updateReadme(readme, report));
        journal.close();
        out.println(report.console());
        out.println("reports: " + folders.reports());
    }

    private static EvalException stopped(ModelStop reason, RunJournal journal, RunReader reader) {
        return new EvalException(reason.getMessage() + "\nstopped after " + journal.size()
                + " results, which are kept; the same command goes on from there"
                + reader.spent().map(spent -> " (spent: " + spent + ")").orElse(""));
    }

    /** The options and, of imported cases, where they come from. */
    private String selection(Optional<ImportedWorkload> imported) {
        return Stream.concat(
                        Stream.of(options.describe()).filter(words -> !words.isEmpty()),
                        imported.stream()
                                .flatMap(one -> one.provenance().describe().lines()))
                .map(String::strip)
                .collect(Collectors.joining("; "));
    }

    private List<Evaluation.Task> tasks(List<Workload> known) {
        List<String> names = known.stream().map(Workload::name).toList();
        for (String name : options.workloads) {
            if (!names.contains(name)) {
                throw new EvalException("unknown workload '" + name + "'; known are " + String.join(", ", names));
            }
        }
        List<Evaluation.Task> tasks = new ArrayList<>();
        for (Workload workload : known) {
            if (options.workloads.isEmpty() || options.workloads.contains(workload.name())) {
                tasks.add(new Evaluation.Task(workload, select(workload)));
            }
        }
        return tasks;
    }

    private List<EvalCase> select(Workload workload) {
        List<EvalCase> cases = workload.cases().stream()
                .filter(one -> options.split.equals("all") || options.split.equals(one.split()))
                .limit(options.limit > 0 ? options.limit : Long.MAX_VALUE)
                .toList();
        if (cases.isEmpty()) {
            throw new EvalException("workload " + workload.name() + " has no case in split " + options.split);
        }
        return cases;
    }

    private String runKey(RunReader reader, List<Report.ArmAbout> arms, List<Report.Part> parts) {
        Fingerprint fingerprint = new Fingerprint()
                .add(options.describe())
                .add(reader.fingerprint())
                .addProgram();
        arms.forEach(arm -> fingerprint.add(arm.name()));
        parts.forEach(part -> fingerprint.add(part.workload()).add(part.hash()));
        return fingerprint.hex().substring(0, 32);
    }

    /** The arms of all workloads, those that several have once. */
    private static List<Report.ArmAbout> about(Evaluation evaluation, List<Evaluation.Task> tasks) {
        Map<String, Report.ArmAbout> arms = new LinkedHashMap<>();
        tasks.stream()
                .flatMap(task -> evaluation.armsOf(task.workload()).stream())
                .forEach(arm -> arms.putIfAbsent(arm.name(), arm));
        return List.copyOf(arms.values());
    }

    /** For instance "50 cases × 6 arms, 24 cases × 8 arms". */
    private static String extent(Evaluation evaluation, List<Evaluation.Task> tasks) {
        Map<Integer, Integer> cases = new LinkedHashMap<>();
        tasks.forEach(task -> cases.merge(
                evaluation.armsOf(task.workload()).size(), task.cases().size(), Integer::sum));
        return cases.entrySet().stream()
                .map(one -> one.getValue() + " cases × " + one.getKey() + " arms")
                .collect(Collectors.joining(", "));
    }

    private static String hash(List<EvalCase> cases) {
        Fingerprint fingerprint = new Fingerprint();
        cases.forEach(fingerprint::add);
        return fingerprint.hex();
    }
}
