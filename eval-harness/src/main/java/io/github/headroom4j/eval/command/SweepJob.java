package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.Evaluation;
import io.github.headroom4j.eval.job.Selection;
import io.github.headroom4j.eval.page.HtmlReport;
import io.github.headroom4j.eval.report.Progress;
import io.github.headroom4j.eval.sweep.Ablated;
import io.github.headroom4j.eval.sweep.AblationStudy;
import io.github.headroom4j.eval.sweep.Frontier;
import io.github.headroom4j.eval.sweep.FrontierPoint;
import io.github.headroom4j.eval.sweep.Setting;
import io.github.headroom4j.eval.sweep.SweepFiles;
import io.github.headroom4j.eval.sweep.Swept;
import io.github.headroom4j.eval.workload.ToolWorkload;
import io.github.headroom4j.token.TokenCounter;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One sweep over workloads with tool calls: select, run, write. */
final class SweepJob {

    /** A workload with the cases to run. */
    private record Task(ToolWorkload workload, List<EvalCase> cases, String about) {}

    /** What is done with a task. */
    @FunctionalInterface
    private interface Work<R> {
        List<R> run(ToolWorkload workload, List<EvalCase> cases, Consumer<EvalCase> done);
    }

    private final List<ToolWorkload> workloads;
    private final Selection selection;
    private final PrintStream out;
    private final TokenCounter counter = TokenCounter.o200k().cached(Evaluation.COUNT_CACHE_CHARS);

    SweepJob(List<ToolWorkload> workloads, Selection selection, PrintStream out) {
        this.workloads = workloads;
        this.selection = selection;
        this.out = out;
    }

    void frontier(List<Setting> settings, Path reports) {
        Frontier frontier = new Frontier(counter, settings);
        List<Swept<FrontierPoint>> swept = each(frontier::run);
        SweepFiles.writeFrontier(reports, swept);
        renewPage(reports);
        out.println(SweepTables.frontier(swept).markdown());
        out.println("reports: " + reports.resolve(SweepFiles.FRONTIER) + ", frontier-WORKLOAD.svg");
    }

    /** Where there is a report, its page shows the sweep. */
    private static void renewPage(Path reports) {
        if (Files.exists(reports.resolve("report.json"))) {
            HtmlReport.write(reports);
        }
    }

    void ablations(Path reports) {
        AblationStudy study = new AblationStudy(counter);
        List<Swept<Ablated>> swept = each(study::run);
        SweepFiles.writeAblations(reports, swept);
        renewPage(reports);
        out.println(SweepTables.ablations(swept).markdown());
        out.println("reports: " + reports.resolve(SweepFiles.ABLATIONS));
    }

    private <R> List<Swept<R>> each(Work<R> work) {
        List<Task> tasks = tasks();
        Progress progress = Progress.to(
                out, tasks.stream().mapToInt(task -> task.cases().size()).sum());
        List<Swept<R>> swept = new ArrayList<>();
        for (Task task : tasks) {
            progress.say(task.about());
            List<R> rows = work.run(task.workload(), task.cases(), one -> progress.step());
            swept.add(new Swept<>(task.workload().name(), task.about(), rows));
        }
        progress.end();
        return swept;
    }

    private List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (ToolWorkload workload : workloads) {
            List<EvalCase> all = workload.cases();
            List<EvalCase> cases = selection.casesOf(workload);
            cases.stream()
                    .filter(one -> one.tier().equals(EvalCase.SAVINGS_ONLY))
                    .findFirst()
                    .ifPresent(one -> {
                        throw new EvalException("case " + one.id() + " of " + workload.name()
                                + " has no gold answer, so there is no F1 to draw savings against");
                    });
            tasks.add(new Task(workload, cases, about(workload, cases.size(), all.size())));
        }
        return tasks;
    }

    /** For a reader who sees the picture or a row alone. */
    private String about(ToolWorkload workload, int cases, int all) {
        String options = new Selection(List.of(), List.of(), selection.split(), selection.sample(), selection.limit())
                .describe();
        return workload.name() + ": " + (cases == all ? "all " : cases + " of ") + all + " cases (" + options + ")";
    }
}
