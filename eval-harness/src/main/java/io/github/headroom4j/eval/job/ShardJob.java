package io.github.headroom4j.eval.job;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.report.Latencies;
import io.github.headroom4j.eval.report.Progress;
import io.github.headroom4j.eval.report.Versions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One shard of a run: select as for the whole run, replay a part of it, and write down what it came to for {@link MergeJob}. */
public final class ShardJob {

    private final Selection selection;
    private final EvalFolders folders;
    private final Shard shard;
    private boolean fresh;
    private RunReader reader = RunReader.deterministic();

    /**
     * A shard.
     *
     * @param selection which cases in which arms the whole run has
     * @param folders where data are and the shard's file goes
     * @param shard which part
     */
    public ShardJob(Selection selection, EvalFolders folders, Shard shard) {
        this.selection = selection;
        this.folders = folders;
        this.shard = shard;
    }

    /**
     * Whether to forget what an interrupted run has left behind.
     *
     * @param forget whether to
     * @return this
     */
    public ShardJob fresh(boolean forget) {
        fresh = forget;
        return this;
    }

    /**
     * Who answers; the deterministic readers if nothing is said.
     *
     * @param who the reader, which whoever made it closes
     * @return this
     */
    public ShardJob reader(RunReader who) {
        reader = who;
        return this;
    }

    /**
     * Runs it and writes its file.
     *
     * @param out where progress goes
     * @return the file
     * @throws EvalException if options, data or a case are at fault, or if the reader can not go on
     */
    public Path run(PrintStream out) {
        RunPlan plan = RunPlan.of(selection, folders, reader);
        String key = plan.key() + "-" + shard.index() + "-of-" + shard.of();
        RunJournal journal = RunJournal.open(folders.reports(), key, fresh);
        Map<Subject, Integer> places = new HashMap<>();
        List<Evaluation.Task> tasks = deal(plan, places);
        Progress progress = Progress.to(out, places.size());
        progress.say("shard " + shard.index() + " of " + shard.of() + ": " + places.size() + " of " + plan.cases()
                + " cases" + (journal.size() > 0 ? ", going on after " + journal.size() + " results" : ""));
        List<ShardFile.Line> lines = new ArrayList<>();
        for (CaseResult result : plan.evaluation().run(tasks, journal, progress, new Latencies())) {
            lines.add(new ShardFile.Line(places.getOrDefault(result.subject(), -1), result));
        }
        progress.end();
        reader.spent().ifPresent(spent -> out.println("spent: " + spent));
        Path file = new ShardFile(header(plan), lines).write(folders.reports());
        journal.closeOwn();
        return file;
    }

    private List<Evaluation.Task> deal(RunPlan plan, Map<Subject, Integer> places) {
        List<Evaluation.Task> dealt = new ArrayList<>();
        int place = 0;
        for (Evaluation.Task task : plan.tasks()) {
            List<EvalCase> cases = new ArrayList<>();
            for (EvalCase one : task.cases()) {
                if (shard.holds(place)) {
                    cases.add(one);
                    places.put(Subject.of(task.workload().name(), one), place);
                }
                place++;
            }
            dealt.add(new Evaluation.Task(task.workload(), cases, task.compared()));
        }
        return dealt;
    }

    private ShardFile.Header header(RunPlan plan) {
        return new ShardFile.Header(
                ShardFile.FORMAT,
                plan.key(),
                shard,
                plan.cases(),
                folders.cases().isPresent(),
                Versions.all(),
                plan.setup(),
                "");
    }
}
