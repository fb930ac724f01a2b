package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Makes {@code report.html} of {@code report.json} and of what other commands have left {@link Beside beside} it. One page without scripts that loads nothing; the same bytes for the same files. Thread-safe.
 */
public final class HtmlReport {

    private HtmlReport() {}

    /**
     * Writes {@code report.html}.
     *
     * @param folder where {@code report.json} is
     * @return the page's file
     * @throws DatasetException if a file is something else, or the page cannot be written; the message names the folder
     */
    public static Path write(Path folder) {
        try {
            JsonNode report = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("report.json")));
            return Files.writeString(folder.resolve("report.html"), html(report, Beside.in(folder)));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new DatasetException(folder + ": report.html cannot be made: " + e.getMessage(), e);
        }
    }

    /** The page. */
    static String html(JsonNode report, Beside beside) {
        View view = new View(report);
        HtmlPage page = new HtmlPage("Compression: savings and answers", style());
        header(page.header(), view);
        page.sections(List.of(
                new HeadlineSection(view),
                new FrontierSection(view),
                new SweepSection(view, CsvText.rows(beside.frontier())),
                new LosslessSection(view),
                new AblationSection(CsvText.rows(beside.ablations())),
                new EvidenceSection(view),
                new SpreadSection(view),
                new ContentSection(view),
                new WorstSection(view),
                new GroupSection(view),
                new CostSection(view),
                new PassageSection(view, beside.curve()),
                new SpeedSection(beside.compression()),
                new LatencySection(beside.pruning()),
                new MethodSection(view),
                new DataSection(view),
                new GlossarySection()));
        Section.paragraph(
                page.footer(),
                "Made by the evaluation harness of langchain4j-headroom from report.json. No script, nothing loaded.");
        return page.text();
    }

    private static void header(Element header, View view) {
        header.appendElement("p")
                .addClass("project")
                .text("langchain4j-headroom " + View.text(view.manifest().path("versions"), "langchain4j-headroom"));
        header.appendElement("h1").text("What compression saves, and what becomes of the answers");
        long cases = 0;
        for (JsonNode part : view.manifest().path("workloads")) {
            cases += View.count(part, "cases");
        }
        Section.paragraph(
                header,
                Words.count(cases) + " recorded agent sessions in "
                        + view.workloads().size()
                        + " workloads, replayed with and without compression, answered by the reader “"
                        + View.text(view.manifest(), "reader") + "”." + caution(view));
    }

    private static String caution(View view) {
        return View.text(view.manifest(), "reader").equals("deterministic")
                ? " It measures whether the information is still there, not how a model behaves with it."
                : "";
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is not beside " + HtmlReport.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css cannot be read", e);
        }
    }
}
