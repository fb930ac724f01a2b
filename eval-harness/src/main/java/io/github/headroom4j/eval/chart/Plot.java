package io.github.headroom4j.eval.chart;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Points with intervals in both directions, lines through points, and horizontal rules. What lies outside an axis is left out. Not
 * thread-safe.
 */
public final class Plot {

    private static final int WIDTH = 380;
    private static final int HEIGHT = 300;
    private static final int LEFT = 46;
    private static final int RIGHT = 14;
    private static final int TOP = 14;
    private static final int BOTTOM = 46;
    private static final double CAP = 3;

    /**
     * A figure with its interval.
     *
     * @param value the figure
     * @param lower the interval's lower end
     * @param upper its upper end
     */
    public record Interval(double value, double lower, double upper) {}

    /**
     * A point.
     *
     * @param label a few characters beside it
     * @param style the style of its mark
     * @param x where, with its interval
     * @param y where, with its interval
     */
    public record Point(String label, String style, Interval x, Interval y) {}

    private record Rule(String label, double y) {}

    private final Axis x;
    private final Axis y;
    private final List<Point> points = new ArrayList<>();
    private final List<List<Point>> lines = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    /**
     * An empty plot.
     *
     * @param x the horizontal axis
     * @param y the vertical axis
     */
    public Plot(Axis x, Axis y) {
        this.x = x;
        this.y = y;
    }

    /**
     * Adds a point.
     *
     * @param point the point
     */
    public void add(Point point) {
        points.add(point);
    }

    /**
     * Adds points with a line through them.
     *
     * @param line the points in order
     */
    public void addLine(List<Point> line) {
        lines.add(List.copyOf(line));
        points.addAll(line);
    }

    /**
     * Adds a dashed horizontal line.
     *
     * @param label what it means
     * @param at where
     */
    public void rule(String label, double at) {
        rules.add(new Rule(label, at));
    }

    /**
     * Draws.
     *
     * @param parent where to
     * @param id unique in the page
     * @param title what it shows
     * @param description what a reader who does not see it should know
     */
    public void into(Element parent, String id, String title, String description) {
        Element svg = Svg.root(parent, id, title, description);
        Svg.size(svg, WIDTH, HEIGHT);
        grid(svg);
        rules.stream().filter(rule -> y.holds(rule.y())).forEach(rule -> draw(svg, rule));
        lines.forEach(line -> draw(svg, line));
        List<Point> shown = points.stream()
                .filter(point -> x.holds(point.x().value()) && y.holds(point.y().value()))
                .toList();
        shown.forEach(point -> whiskers(svg, point));
        shown.forEach(point -> Mark.draw(
                svg, point.style(), atX(point.x().value()), atY(point.y().value())));
        Labels labels = new Labels(svg, WIDTH - RIGHT);
        shown.forEach(point ->
                labels.add(point.label(), atX(point.x().value()), atY(point.y().value())));
    }

    private void grid(Element svg) {
        for (double tick : y.ticks()) {
            Svg.line(svg, "grid", LEFT, atY(tick), WIDTH - RIGHT, atY(tick));
            Svg.text(svg, "tick end", LEFT - 6, atY(tick) + 4, Axis.tick(tick));
        }
        for (double tick : x.ticks()) {
            Svg.line(svg, "grid", atX(tick), TOP, atX(tick), HEIGHT - BOTTOM);
            Svg.text(svg, "tick middle", atX(tick), HEIGHT - BOTTOM + 16, Axis.tick(tick));
        }
        if (y.holds(0) && y.from() < 0) {
            Svg.line(svg, "zero", LEFT, atY(0), WIDTH - RIGHT, atY(0));
        }
        Svg.text(svg, "axis middle", LEFT + (WIDTH - LEFT - RIGHT) / 2.0, HEIGHT - 10, x.label());
        Svg.text(svg, "axis middle", 0, 0, y.label())
                .removeAttr("x")
                .removeAttr("y")
                .attr("transform", "translate(12 " + Svg.at(TOP + (HEIGHT - TOP - BOTTOM) / 2.0) + ") rotate(-90)");
    }

    private void draw(Element svg, Rule rule) {
        Svg.line(svg, "rule", LEFT, atY(rule.y()), WIDTH - RIGHT, atY(rule.y()));
        Svg.text(svg, "rule-label", LEFT + 48, atY(rule.y()) + 12, rule.label());
    }

    private void draw(Element svg, List<Point> line) {
        StringBuilder places = new StringBuilder();
        for (Point point : line) {
            places.append(Svg.at(atX(point.x().value())))
                    .append(',')
                    .append(Svg.at(atY(point.y().value())))
                    .append(' ');
        }
        Svg.add(
                svg,
                "polyline",
                "class",
                "line " + line.get(0).style(),
                "points",
                places.toString().strip());
    }

    private void whiskers(Element svg, Point point) {
        String style = "whisker " + point.style();
        double left = atX(point.x().lower());
        double right = atX(point.x().upper());
        double low = atY(point.y().lower());
        double high = atY(point.y().upper());
        double atX = atX(point.x().value());
        double atY = atY(point.y().value());
        if (right - left > 1) {
            Svg.line(svg, style, left, atY, right, atY);
            Svg.line(svg, style, left, atY - CAP, left, atY + CAP);
            Svg.line(svg, style, right, atY - CAP, right, atY + CAP);
        }
        if (low - high > 1) {
            Svg.line(svg, style, atX, low, atX, high);
            Svg.line(svg, style, atX - CAP, low, atX + CAP, low);
            Svg.line(svg, style, atX - CAP, high, atX + CAP, high);
        }
    }

    private double atX(double value) {
        return LEFT + x.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private double atY(double value) {
        return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - TOP - BOTTOM);
    }
}
