package io.github.headroom4j.eval.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jsoup.nodes.Element;

/** Elements of a drawing. Texts and attributes are escaped by jsoup when the page is printed. */
final class Svg {

    private Svg() {}

    /**
     * A drawing that is as wide as its column.
     *
     * @param id unique in the page
     * @param title what it shows, in a few words
     * @param description what a reader who does not see it should know
     */
    static Element root(Element parent, String id, String title, String description) {
        Element svg = parent.appendElement("svg");
        svg.attr("id", id).attr("role", "img").attr("aria-labelledby", id + "-t " + id + "-d");
        svg.appendElement("title").attr("id", id + "-t").text(title);
        svg.appendElement("desc").attr("id", id + "-d").text(description);
        return svg;
    }

    static void size(Element svg, int width, int height) {
        svg.attr("viewBox", "0 0 " + width + " " + height)
                .attr("width", String.valueOf(width))
                .attr("height", String.valueOf(height));
    }

    /** An element with attributes given as name, value, name, value. */
    static Element add(Element parent, String tag, String... attributes) {
        Element element = parent.appendElement(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            element.attr(attributes[i], attributes[i + 1]);
        }
        return element;
    }

    static void line(Element parent, String style, double x1, double y1, double x2, double y2) {
        add(parent, "line", "class", style, "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2));
    }

    static void rectangle(Element parent, String style, double x, double y, double width, double height) {
        add(
                parent,
                "rect",
                "class",
                style,
                "x",
                at(x),
                "y",
                at(y),
                "width",
                at(Math.max(0, width)),
                "height",
                at(height));
    }

    static Element text(Element parent, String style, double x, double y, String text) {
        return add(parent, "text", "class", style, "x", at(x), "y", at(y)).text(text);
    }

    /** A coordinate, rounded to a tenth of a pixel, the same in every locale. */
    static String at(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }
}
