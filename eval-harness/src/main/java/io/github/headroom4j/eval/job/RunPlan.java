package io.github.headroom4j.eval.job;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.report.Report;
import io.github.headroom4j.eval.stats.Protocol;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.eval.workload.imported.ImportedWorkload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run is going to do, known before any case is run.
 *
 * @param evaluation runs cases
 * @param tasks the workloads with their cases
 * @param setup what the report will say of it
 * @param key a hash of everything that results depend on: options, reader, arms, data, compiled classes
 */
record RunPlan(Evaluation evaluation, List<Evaluation.Task> tasks, Report.Setup setup, String key) {

    static RunPlan of(Selection selection, EvalFolders folders, RunReader reader) {
        Optional<ImportedWorkload> imported = folders.imported();
        List<Workload> known = imported.<List<Workload>>map(List::of).orElseGet(folders::workloads);
        Evaluation evaluation = new Evaluation(known, selection.arms(), reader);
        List<Evaluation.Task> tasks = selection.of(known).stream()
                .map(workload -> task(selection, workload))
                .toList();
        List<Report.Part> parts = tasks.stream().map(RunPlan::part).toList();
        Report.Setup setup = new Report.Setup(
                Protocol.standard(),
                parts,
                arms(evaluation, tasks),
                describe(options(selection, reader), imported),
                reader.about());
        String key = key(options(selection, reader) + reader.fingerprint(), setup);
        return new RunPlan(evaluation, tasks, setup, key);
    }

    private static Evaluation.Task task(Selection selection, Workload workload) {
        List<EvalCase> cases = selection.casesOf(workload);
        return new Evaluation.Task(
                workload,
                cases,
                Sample.of(cases, selection.comparedCases()).stream()
                        .map(EvalCase::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Report.Part part(Evaluation.Task task) {
        Fingerprint fingerprint = new Fingerprint();
        for (EvalCase one : task.cases()) {
            fingerprint.add(one);
        }
        return new Report.Part(task.workload().name(), task.cases().size(), fingerprint.hex());
    }

    private static String options(Selection selection, RunReader reader) {
        return Stream.of(selection.describe(), reader.options())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** What the reader depends on is part of it, what limits the run is not: with a larger budget the run goes on. */
    private static String key(String options, Report.Setup setup) {
        Fingerprint fingerprint = new Fingerprint().add(options).addProgram();
        setup.arms().forEach(arm -> fingerprint.add(arm.name()));
        setup.parts().forEach(part -> fingerprint.add(part.workload()).add(part.hash()));
        return fingerprint.hex().substring(0, 32);
    }

    /** The arms of all workloads, those that several have once. */
    private static List<Report.ArmAbout> arms(Evaluation evaluation, List<Evaluation.Task> tasks) {
        Map<String, Report.ArmAbout> arms = new LinkedHashMap<>();
        tasks.stream()
                .flatMap(task -> evaluation.armsOf(task.workload()).stream())
                .forEach(arm -> arms.putIfAbsent(arm.name(), arm));
        return List.copyOf(arms.values());
    }

    /** The options and, of imported cases, where they come from. */
    private static String describe(String options, Optional<ImportedWorkload> imported) {
        return Stream.concat(
                        Stream.of(options).filter(words -> !words.isEmpty()),
                        imported.stream()
                                .flatMap(one -> one.provenance().describe().lines()))
                .map(String::strip)
                .collect(Collectors.joining("; "));
    }

    int cases() {
        return setup.parts().stream().mapToInt(Report.Part::cases).sum();
    }

    /** For instance "50 cases × 6 arms, 24 cases × 8 arms". */
    String extent() {
        Map<Integer, Integer> cases = new LinkedHashMap<>();
        tasks.forEach(task -> cases.merge(
                evaluation.armsOf(task.workload()).size(), task.cases().size(), Integer::sum));
        return cases.entrySet().stream()
                .map(one -> one.getValue() + " cases × " + one.getKey() + " arms")
                .collect(Collectors.joining(", "));
    }
}
