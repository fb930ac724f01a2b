package io.github.headroom4j.eval.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

    private static final Path REPORTS = Path.of("..", "reports");

    /** What a case, an arm or a workload of people's own data could be called. */
    private static final String HOSTILE =
            "</script></style></title><img src=x onerror=alert(1)>\"' onload=alert(2) &lt;";

    @Test
    void the_committed_page_is_that_of_the_committed_report(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(REPORTS)) {
            for (Path file : files.filter(file -> !file.endsWith("report.html")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        assertThat(HtmlReport.write(folder)).hasSameBinaryContentAs(REPORTS.resolve("report.html"));
    }

    @Test
    void locale_and_time_zone_change_nothing() throws IOException {
        String expected = HtmlReport.html(report(), Beside.NOTHING);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertThat(HtmlReport.html(report(), Beside.NOTHING)).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void names_from_anywhere_stay_texts() throws IOException {
        JsonNode report = report();
        int elements = elements(Jsoup.parse(HtmlReport.html(report, Beside.NOTHING)));
        poison(report);
        Document page = Jsoup.parse(HtmlReport.html(report, Beside.NOTHING));
        assertThat(page.select("script, img, iframe, object, link[rel=stylesheet]"))
                .isEmpty();
        assertThat(elements(page)).isEqualTo(elements);
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        assertThat(page.text()).contains("onerror=alert(1)");
    }

    /** Without the insides of charts, which have fewer strokes where names are longer. */
    private static int elements(Document page) {
        return page.select("*").size() - page.select("svg *").size();
    }

    /** Appends what is hostile to every text that a user's data could have set. */
    private static void poison(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String field : List.of("workload", "about", "case", "tier", "type", "hash", "explain", "options")) {
                if (object.path(field).isTextual()) {
                    object.set(field, TextNode.valueOf(object.path(field).asText() + HOSTILE));
                }
            }
        }
        node.forEach(HtmlReportTest::poison);
    }

    @Test
    void it_is_built_for_ears_and_keyboards() throws IOException {
        Document page = Jsoup.parse(HtmlReport.html(report(), Beside.NOTHING));
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("header, nav, main, footer")).hasSize(4);
        assertThat(page.select("a[href^=#]"))
                .isNotEmpty()
                .allSatisfy(
                        link -> assertThat(page.getElementById(link.attr("href").substring(1)))
                                .as(link.attr("href"))
                                .isNotNull());
        assertThat(page.select("table"))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table.select("caption")).hasSize(1));
        assertThat(page.select("thead th"))
                .allSatisfy(cell -> assertThat(cell.attr("scope")).isEqualTo("col"));
        assertThat(page.select("svg[role=img]"))
                .isNotEmpty()
                .allSatisfy(chart -> assertThat(chart.select("> title, > desc")).hasSize(2));
        assertThat(levels(page)).allSatisfy(step -> assertThat(step).isLessThanOrEqualTo(1));
        List<String> ids = page.select("[id]").stream().map(Element::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    /** By how many levels each heading lies below the one before. */
    private static List<Integer> levels(Document page) {
        List<Integer> steps = new ArrayList<>();
        int level = 0;
        for (Element heading : page.select("h1, h2, h3, h4")) {
            int next = heading.tagName().charAt(1) - '0';
            steps.add(next - level);
            level = next;
        }
        return steps;
    }

    @Test
    void what_there_is_nothing_to_tell_of_has_no_section() throws IOException {
        ObjectNode report = (ObjectNode) report();
        report.putArray("byContent");
        report.putArray("worst");
        report.putArray("overLossless");
        Document page = Jsoup.parse(HtmlReport.html(report, Beside.NOTHING));
        assertThat(page.select("h2").eachText())
                .contains("In short", "Glossary")
                .doesNotContain("By kind of content", "Worst cases", "How long it takes");
    }

    @Test
    void sweeps_are_drawn_where_they_lie_beside_the_report() throws IOException {
        String frontier = """
                workload,arm,point,fidelity,budget,saved,savedLower,savedUpper,f1,f1Difference,f1DifferenceLower,\
                f1DifferenceUpper,evidenceVisible,evidenceRecoverable,evidenceLost,sample
                log-triage,headroom,safe,reversible,,0.9,0.88,0.92,0.6,-0.01,-0.03,0.01,9,1,0,20 cases drawn
                log-triage,head,safe,reversible,,0.9,0.88,0.92,0.1,-0.51,-0.63,-0.41,2,0,8,20 cases drawn
                log-triage,headroom,500,reversible,500,0.96,0.95,0.97,0.5,-0.11,-0.13,-0.09,6,4,0,20 cases drawn
                """;
        String ablations = """
                workload,arm,about,saved,f1,savedOverHeadroom,savedOverHeadroomLower,savedOverHeadroomUpper,\
                f1DifferenceToHeadroom,f1DifferenceToHeadroomLower,f1DifferenceToHeadroomUpper,sample
                log-triage,without-question,the question unknown,0.8,0.4,-0.1,-0.12,-0.08,-0.2,-0.3,-0.1,20 cases drawn
                """;
        Document page = Jsoup.parse(HtmlReport.html(
                report(), new Beside("", frontier, ablations, MissingNode.getInstance(), MissingNode.getInstance())));

        Element chart = page.expectFirst("#sweep-0");
        assertThat(chart.select("desc").text())
                .contains("headroom at 500: saved 96.0 %, F1 −11.00 points.", "head at safe: saved 90.0 %");
        assertThat(chart.select("path.mark.ours")).hasSize(2);
        assertThat(chart.select("path.mark.naive")).hasSize(1);
        assertThat(page.select("table:contains(Points of the library) tbody tr"))
                .hasSize(2);
        assertThat(page.select("table:contains(without one part) tbody tr").text())
                .isEqualTo(
                        "without-question log-triage the question unknown 80.0 % 0.400 −10.0 % −12.0 to −8.0 % −20.00"
                                + " −30.00 to −10.00");
    }

    private static JsonNode report() throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(REPORTS.resolve("report.json")));
    }

    @Test
    void speed_should_be_drawn_against_length_with_its_slope() throws IOException {
        String times = """
                {"machine": {"processor": "a processor", "processors": 2, "system": "Linux", "jdk": "17", "commit": "abc"}, "results": [
                {"benchmark": "CompressionBenchmark.compress", "params": {"kind": "logs/typical", "chars": "10000"}, "p50": 2, "p99": 3},
                {"benchmark": "CompressionBenchmark.compress", "params": {"kind": "logs/typical", "chars": "100000"}, "p50": 8, "p99": 9},
                {"benchmark": "CompressionBenchmark.compress", "params": {"kind": "logs/typical", "chars": "1000000"}, "p50": 80, "p99": 90},
                {"benchmark": "StageBenchmark.detect", "params": {"kind": "logs/typical", "chars": "1000000"}, "p50": 1, "p99": 1}]}
                """;
        Document page = Jsoup.parse(HtmlReport.html(
                report(), new Beside("", "", "", MissingNode.getInstance(), new ObjectMapper().readTree(times))));

        Element chart = page.expectFirst("#speed-0");
        assertThat(chart.select("desc").text()).isEqualTo("typical: slope 1.00.");
        assertThat(chart.select("path.mark.ours")).hasSize(3);
        assertThat(page.select("table:contains(Median milliseconds by length) tbody tr")
                        .text())
                .isEqualTo("logs/typical 2.00 8.00 80 1.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.json", "frontier.csv", "ablations.csv", "rag-curve.csv", "performance.json"})
    void a_broken_file_is_told_with_its_folder(String name, @TempDir Path folder) throws IOException {
        Files.copy(REPORTS.resolve("report.json"), folder.resolve("report.json"));
        Files.writeString(folder.resolve(name), name.endsWith(".csv") ? "\"workload\"x\n" : "{");

        assertThatThrownBy(() -> HtmlReport.write(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContainingAll(folder.toString(), "report.html cannot be made");
    }

    @Test
    void a_point_of_a_curve_without_a_value_is_told(@TempDir Path folder) throws IOException {
        Files.copy(REPORTS.resolve("report.json"), folder.resolve("report.json"));
        Files.writeString(folder.resolve("rag-curve.csv"), "setting,way\nbudget,pruner\n");

        assertThatThrownBy(() -> HtmlReport.write(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("'budget'");
    }
}
