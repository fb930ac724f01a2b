package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.EvalFolders;
import io.github.headroom4j.eval.page.HtmlReport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code page}: makes the page anew from what lies in a folder. Its options are filled by picocli, read only afterwards. */
@Command(
        name = "page",
        header = "Make report.html anew.",
        description = {
            "Makes report.html anew from report.json and, where they lie beside it, frontier.csv, ablations.csv, rag-curve.csv and"
                    + " performance-rag.json.",
            "The main job, sweep and sweep-rag do so by themselves; this is for after a benchmark, or for a report from elsewhere."
        },
        footer = {
            "",
            "Examples:",
            "  page",
            "  page --reports target/mine",
            "",
            "Ends with 0 if the page is written, with 1 if there is no report."
        })
final class PageCommand implements EvalCommand {

    @Option(names = "--reports", paramLabel = "DIR", description = "Where report.json is; reports/ of the project.")
    @Nullable
    private Path reports;

    @Override
    public int run(EvalContext context) {
        Path workingFolder = context.workingFolder();
        Path folder =
                reports == null ? EvalFolders.standardReports(workingFolder, false) : workingFolder.resolve(reports);
        if (!Files.isRegularFile(folder.resolve("report.json"))) {
            throw new EvalException(
                    "no report: " + folder.resolve("report.json") + " is no file; run the main job first");
        }
        context.out().println("page: " + HtmlReport.write(folder));
        return OK;
    }
}
