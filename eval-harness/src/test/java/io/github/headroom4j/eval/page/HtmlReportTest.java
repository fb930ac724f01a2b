package io.github.headroom4j.eval.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final Path REPORTS = Path.of("..", "reports");

    /** What a case, an arm or a workload of people's own data could be called. */
    private static final String HOSTILE =
            "</script></style></title><img src=x onerror=alert(1)>\"' onload=alert(2) &lt;";

    @Test
    void the_committed_page_is_that_of_the_committed_report(@TempDir Path folder) throws IOException {
        for (String file : List.of("report.json", "rag-curve.csv", "performance-rag.json")) {
            Files.copy(REPORTS.resolve(file), folder.resolve(file));
        }
        assertThat(HtmlReport.write(folder)).hasSameBinaryContentAs(REPORTS.resolve("report.html"));
    }

    @Test
    void locale_and_time_zone_change_nothing() throws IOException {
        String expected = HtmlReport.html(report(), "", MissingNode.getInstance());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertThat(HtmlReport.html(report(), "", MissingNode.getInstance())).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void names_from_anywhere_stay_texts() throws IOException {
        JsonNode report = report();
        int elements = elements(Jsoup.parse(HtmlReport.html(report, "", MissingNode.getInstance())));
        poison(report);
        Document page = Jsoup.parse(HtmlReport.html(report, "", MissingNode.getInstance()));
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
        Document page = Jsoup.parse(HtmlReport.html(report(), "", MissingNode.getInstance()));
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
        Document page = Jsoup.parse(HtmlReport.html(report, "", MissingNode.getInstance()));
        assertThat(page.select("h2").eachText())
                .contains("In short", "Glossary")
                .doesNotContain("By kind of content", "Worst cases", "How long it takes");
    }

    private static JsonNode report() throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(REPORTS.resolve("report.json")));
    }
}
