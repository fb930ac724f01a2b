package io.github.headroom4j.eval.chart;

import org.jsoup.nodes.Element;

/** Shapes, so that nothing is told by colour alone. */
final class Mark {

    private Mark() {}

    static void draw(Element parent, String style, double x, double y) {
        String place = "translate(" + Svg.at(x) + " " + Svg.at(y) + ")";
        String shape =
                switch (style) {
                    case "lossless" -> "M-5 -5H5V5H-5z";
                    case "naive" -> "M-5.5 4.5 0 -5.5 5.5 4.5z";
                    case "control" -> "M-5 -5 5 5M5 -5-5 5";
                    case "same" -> "M0 -6 6 0 0 6-6 0z";
                    default -> "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z";
                };
        Svg.add(parent, "path", "class", "mark " + style, "transform", place, "d", shape);
    }

    /**
     * A legend's sample.
     *
     * @param parent where to
     * @param style the points' style
     */
    static void sample(Element parent, String style) {
        Element svg = Svg.add(parent, "svg", "class", "sample", "viewBox", "0 0 16 16", "aria-hidden", "true");
        draw(svg, style, 8, 8);
    }
}
