package io.github.headroom4j.eval.chart;

import org.jsoup.nodes.Element;

/** Samples of what charts are made of. */
public final class Legend {

    private Legend() {}

    /**
     * The mark of a point.
     *
     * @param parent where to
     * @param style the point's style
     */
    public static void mark(Element parent, String style) {
        Mark.sample(parent, style);
    }

    /**
     * The fill of a bar.
     *
     * @param parent where to
     * @param style the segment's style
     */
    public static void bar(Element parent, String style) {
        Element svg = Svg.add(parent, "svg", "class", "sample", "viewBox", "0 0 18 14", "aria-hidden", "true");
        Svg.rectangle(svg, "bar " + style, 0, 0, 18, 14);
        Pattern.over(svg, style, 0, 0, 18, 14);
    }
}
