package io.github.headroom4j.eval.chart;

import org.jsoup.nodes.Element;

/** Strokes over a bar that tell its style without colour: slanted for what can be fetched, crossed for what is lost. */
final class Pattern {

    private static final int STEP = 6;

    private Pattern() {}

    static void over(Element svg, String style, double x, double y, double width, double height) {
        boolean crossed = style.equals("lost");
        if (width < STEP || !(crossed || style.equals("recoverable") || style.equals("beyond"))) {
            return;
        }
        StringBuilder strokes = new StringBuilder();
        for (double at = 0; at + STEP <= width; at += STEP) {
            strokes.append(stroke(x + at, y + height, x + at + STEP, y));
            if (crossed) {
                strokes.append(stroke(x + at, y, x + at + STEP, y + height));
            }
        }
        Svg.add(svg, "path", "class", "strokes", "d", strokes.toString());
    }

    private static String stroke(double x1, double y1, double x2, double y2) {
        return "M" + Svg.at(x1) + " " + Svg.at(y1) + "L" + Svg.at(x2) + " " + Svg.at(y2);
    }
}
