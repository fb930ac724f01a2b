package io.github.headroom4j.eval.chart;

import org.jsoup.nodes.Element;

/** One figure with its interval on a short scale, and the limit that the interval must not reach. */
public final class Strip {

    private static final int WIDTH = 280;
    private static final int HEIGHT = 46;
    private static final int EDGE = 10;
    private static final double MIDDLE = 16;

    private Strip() {}

    /**
     * Draws.
     *
     * @param parent where to
     * @param id unique in the page
     * @param title what it shows, with all figures
     * @param interval the figure
     * @param limit the limit, below 0
     */
    public static void into(Element parent, String id, String title, Plot.Interval interval, double limit) {
        double most = Math.max(Math.max(Math.abs(interval.lower()), Math.abs(interval.upper())), Math.abs(limit) * 1.5);
        Axis axis = new Axis("", -most * 1.1, most * 1.1, most);
        Element svg = Svg.root(parent, id, title, "The interval, zero, and the limit that it must not reach.");
        Svg.size(svg, WIDTH, HEIGHT);
        Svg.rectangle(svg, "beyond-limit", EDGE, 4, at(axis, limit) - EDGE, 24);
        Svg.line(svg, "grid", EDGE, MIDDLE, WIDTH - EDGE, MIDDLE);
        Svg.line(svg, "zero", at(axis, 0), 4, at(axis, 0), 28);
        Svg.line(svg, "rule", at(axis, limit), 2, at(axis, limit), 30);
        Svg.text(svg, "tick middle", at(axis, limit), 42, Axis.tick(limit));
        Svg.text(svg, "tick middle", at(axis, 0), 42, "0");
        Svg.rectangle(
                svg,
                "interval",
                at(axis, interval.lower()),
                MIDDLE - 4,
                Math.max(2, at(axis, interval.upper()) - at(axis, interval.lower())),
                8);
        Mark.draw(svg, "ours", at(axis, interval.value()), MIDDLE);
    }

    private static double at(Axis axis, double value) {
        return EDGE + axis.share(value) * (WIDTH - 2 * EDGE);
    }
}
