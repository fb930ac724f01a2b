package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.Evaluation;
import io.github.headroom4j.eval.job.Names;
import io.github.headroom4j.eval.job.Selection;
import io.github.headroom4j.eval.page.HtmlReport;
import io.github.headroom4j.eval.report.Figures;
import io.github.headroom4j.eval.report.Table;
import io.github.headroom4j.eval.sweep.CurvePoint;
import io.github.headroom4j.eval.sweep.RagSweep;
import io.github.headroom4j.eval.sweep.SweepFiles;
import io.github.headroom4j.eval.workload.PassageWorkload;
import io.github.headroom4j.token.TokenCounter;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One sweep: select, run, write. */
final class SweepRagJob {

    private final PassageWorkload workload;
    private final SweepRagCommand options;
    private final PrintStream out;

    SweepRagJob(PassageWorkload workload, SweepRagCommand options, PrintStream out) {
        this.workload = workload;
        this.options = options;
        this.out = out;
    }

    void run(Path reports) {
        List<EvalCase> cases = select();
        out.println(cases.size() + " cases of " + workload.name());
        TokenCounter counter = TokenCounter.o200k().cached(Evaluation.COUNT_CACHE_CHARS);
        List<CurvePoint> points = new RagSweep(counter, workload.embeddings(), workload.reader()).run(cases);
        SweepFiles.write(reports, points, workload.name() + ": " + cases.size() + " questions" + depth());
        if (Files.exists(reports.resolve("report.json"))) {
            HtmlReport.write(reports);
        }
        out.println(table(points).plain());
        out.println("reports: " + reports.resolve("rag-curve.csv") + ", .svg");
    }

    private String depth() {
        return options.passages > 0 ? ", " + options.passages + " passages each" : "";
    }

    private List<EvalCase> select() {
        Names.require("split", options.split, Selection.SPLITS);
        List<EvalCase> cases = workload.cases().stream()
                .filter(one -> options.split.equals("all") || options.split.equals(one.split()))
                .filter(one -> options.passages <= 0 || one.passages().size() == options.passages)
                .limit(options.limit > 0 ? options.limit : Long.MAX_VALUE)
                .toList();
        if (cases.isEmpty()) {
            throw new EvalException("workload " + workload.name() + " has no case of split " + options.split + " with "
                    + options.passages + " passages");
        }
        return cases;
    }

    private static Table table(List<CurvePoint> points) {
        Table table = new Table(2, "way", "setting", "saved", "answers still shown", "evidence", "F1 of answerable");
        for (CurvePoint point : points) {
            table.add(
                    point.way(),
                    point.setting(),
                    Figures.percent(point.saved()),
                    Figures.percent(point.hasAnswer().value()),
                    Figures.percent(point.evidence()),
                    Figures.exact(point.f1()).toPlainString());
        }
        return table;
    }
}
