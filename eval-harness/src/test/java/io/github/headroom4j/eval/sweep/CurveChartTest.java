package io.github.headroom4j.eval.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.stats.Estimate;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class CurveChartTest {

    private static final List<Curve<CurvePoint>> CURVES = Curve.of(List.of(
            point("pruner", "nearTheBest=0.9", 100, 0.9),
            point("pruner", "nearTheBest=0.3", 600, 1),
            point("pruner", "maxTokens=96", 90, 0.8),
            point("re-ranked", "nearTheBest=0.9", 100, 0.7),
            point("none", "", 1000, 1)));

    @Test
    void should_be_well_formed_with_all_texts_escaped() throws Exception {
        Document svg = parse(CurveChart.svg(Caption.ofAnswers("<b> & \"co\"", "1 < 2 && 3 > 2"), CURVES));
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("<b> & \"co\"");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .startsWith(
                        "1 < 2 && 3 > 2. sentences, by their worth (ours): 90 % of answers shown at 90 % of tokens");
        assertThat(svg.getElementsByTagName("b").getLength()).isZero();
    }

    @Test
    void should_stand_alone_and_be_readable_in_the_dark() {
        String svg = CurveChart.svg(Caption.ofAnswers("a", "b"), CURVES);
        assertThat(svg)
                .contains("prefers-color-scheme: dark", "viewBox=\"0 0 480")
                .doesNotContain("<script")
                .doesNotContain("href")
                .doesNotContain("url(")
                .doesNotContain("@import");
    }

    @Test
    void should_draw_a_line_for_every_way_that_has_points_from_little_saved_to_much() throws Exception {
        Document svg = parse(CurveChart.svg(Caption.ofAnswers("a", "b"), CURVES));
        NodeList lines = svg.getElementsByTagName("polyline");
        assertThat(lines.getLength()).isEqualTo(3);
        // Ours comes last, so that it is on top.
        Element ours = (Element) lines.item(2);
        assertThat(ours.getAttribute("class")).isEqualTo("line a");
        double[] x = points(ours, 0);
        double[] y = points(ours, 1);
        assertThat(x).hasSize(2).isSorted();
        // Down on paper is less kept.
        assertThat(y[1]).isGreaterThan(y[0]);
        assertThat(svg.getElementsByTagName("polygon").getLength()).isEqualTo(1);
    }

    @Test
    void should_keep_everything_inside_the_picture() throws Exception {
        List<Curve<CurvePoint>> extreme = Curve.of(List.of(
                point("pruner", "nearTheBest=0.3", 1000, 1),
                point("pruner", "nearTheBest=0.5", 1100, 0),
                point("pruner", "nearTheBest=0.9", 0, 0)));
        Document svg = parse(CurveChart.svg(Caption.ofAnswers("a", "b"), extreme));
        Element line = (Element) svg.getElementsByTagName("polyline").item(0);
        for (double x : points(line, 0)) {
            assertThat(x).isBetween(0.0, 480.0);
        }
        for (double y : points(line, 1)) {
            assertThat(y).isBetween(0.0, 420.0);
        }
    }

    @Test
    void should_draw_a_single_point_and_the_same_bytes_each_time() {
        List<Curve<CurvePoint>> single = Curve.of(List.of(point("pruner", "nearTheBest=0.3", 1000, 1)));
        assertThat(CurveChart.svg(Caption.ofAnswers("a", "b"), single))
                .isEqualTo(CurveChart.svg(Caption.ofAnswers("a", "b"), single))
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
    }

    private static double[] points(Element line, int axis) {
        List<Double> values = new ArrayList<>();
        for (String point : line.getAttribute("points").split(" ", -1)) {
            values.add(Double.parseDouble(point.split(",", -1)[axis]));
        }
        return values.stream().mapToDouble(value -> value).toArray();
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static CurvePoint point(String way, String setting, long after, double shown) {
        Estimate estimate = new Estimate(shown, Math.max(0, shown - 0.05), Math.min(1, shown + 0.05));
        return new CurvePoint(way, setting, 1000, after, estimate, shown, shown / 2);
    }
}
