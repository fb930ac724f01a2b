package io.github.headroom4j.eval.job;

import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.page.HtmlReport;
import io.github.headroom4j.eval.report.Latencies;
import io.github.headroom4j.eval.report.Progress;
import io.github.headroom4j.eval.report.Report;
import io.github.headroom4j.eval.report.ReportFiles;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One run: select, replay, report. */
public final class EvalJob {

    private final Selection selection;
    private final EvalFolders folders;
    private final PrintStream out;
    private boolean fresh;
    private Optional<Path> readme = Optional.empty();
    private RunReader reader = RunReader.deterministic();

    /**
     * A run.
     *
     * @param selection which cases in which arms
     * @param folders where data are and reports go
     * @param out where progress and the table go
     */
    public EvalJob(Selection selection, EvalFolders folders, PrintStream out) {
        this.selection = selection;
        this.folders = folders;
        this.out = out;
    }

    /**
     * Whether to forget what an interrupted run has left behind.
     *
     * @param forget whether to
     * @return this
     */
    public EvalJob fresh(boolean forget) {
        fresh = forget;
        return this;
    }

    /**
     * A page whose table of results to update.
     *
     * @param page a page with the two markers, or empty for none
     * @return this
     */
    public EvalJob readme(Optional<Path> page) {
        readme = page;
        return this;
    }

    /**
     * Who answers; the deterministic readers if nothing is said.
     *
     * @param who the reader, which whoever made it closes
     * @return this
     */
    public EvalJob reader(RunReader who) {
        reader = who;
        return this;
    }

    /**
     * Runs it and writes the reports.
     *
     * @throws EvalException if options, data or a case are at fault, or if the reader can not go on
     */
    public void run() {
        long start = System.nanoTime();
        RunPlan plan = RunPlan.of(selection, folders, reader);
        RunJournal journal = RunJournal.open(folders.reports(), plan.key(), fresh);
        Progress progress = Progress.to(out, plan.cases());
        progress.say(plan.extent() + (journal.size() > 0 ? ", going on after " + journal.size() + " results" : ""));
        Latencies latencies = new Latencies();
        List<CaseResult> results = plan.evaluation().run(plan.tasks(), journal, progress, latencies);
        progress.end();
        reader.spent().ifPresent(spent -> out.println("spent: " + spent));
        Report report = Report.of(plan.setup(), results);
        ReportFiles files = new ReportFiles(folders.reports());
        files.write(report, System.nanoTime() - start, latencies);
        HtmlReport.write(folders.reports());
        readme.ifPresent(page -> files.updateReadme(page, report));
        journal.close();
        out.println(report.console());
        out.println("reports: " + folders.reports());
    }
}
