package io.github.headroom4j.eval.chart;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Horizontal bars, each of one or several segments, with a name before and figures behind. Not thread-safe. */
public final class Bars {

    private static final int WIDTH = 380;
    private static final int ROW = 22;
    private static final int BAR = 14;
    private static final double CHARACTER = 7;

    /** Characters: longer names are cut off. */
    private static final int LONGEST = 22;

    /** However long the figures are. */
    private static final double LEAST_ROOM = 60;

    /**
     * A part of a bar.
     *
     * @param style what it shows; styles differ in colour and in pattern
     * @param value its length, not negative
     */
    public record Segment(String style, double value) {}

    private record Row(String name, List<Segment> segments, String figures) {

        double total() {
            return segments.stream().mapToDouble(Segment::value).sum();
        }
    }

    private final List<Row> rows = new ArrayList<>();

    /**
     * Adds a bar.
     *
     * @param name what it is of; shown are its first characters
     * @param segments its parts
     * @param figures its figures in words
     */
    public void add(String name, List<Segment> segments, String figures) {
        String shown = name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
        rows.add(new Row(shown, List.copyOf(segments), figures));
    }

    /**
     * Adds a bar of one part.
     *
     * @param name what it is of
     * @param segment the part
     * @param figures its figure in words
     */
    public void add(String name, Segment segment, String figures) {
        add(name, List.of(segment), figures);
    }

    /**
     * Draws; the longest bar is as long as there is room.
     *
     * @param parent where to
     * @param id unique in the page
     * @param title what it shows
     */
    public void into(Element parent, String id, String title) {
        StringBuilder description = new StringBuilder();
        rows.forEach(row -> description
                .append(row.name())
                .append(": ")
                .append(row.figures())
                .append(". "));
        Element svg = Svg.root(parent, id, title, description.toString().strip());
        int height = rows.size() * ROW + 4;
        Svg.size(svg, WIDTH, height);
        double left = 6 + CHARACTER * longest(true);
        double room = Math.max(LEAST_ROOM, WIDTH - left - 10 - CHARACTER * longest(false));
        double most = Math.max(1e-9, rows.stream().mapToDouble(Row::total).max().orElse(0));
        Svg.line(svg, "zero", left, 2, left, height - 2);
        for (int i = 0; i < rows.size(); i++) {
            draw(svg, rows.get(i), i * ROW + 4.0, left, room / most);
        }
    }

    private int longest(boolean names) {
        return rows.stream()
                .mapToInt(row -> names ? row.name().length() : row.figures().length())
                .max()
                .orElse(0);
    }

    private static void draw(Element svg, Row row, double top, double left, double scale) {
        Svg.text(svg, "tick end", left - 6, top + 11, row.name());
        double at = left;
        for (Segment segment : row.segments()) {
            double width = segment.value() * scale;
            if (width > 0) {
                Svg.rectangle(svg, "bar " + segment.style(), at, top, Math.max(1, width), BAR);
                Pattern.over(svg, segment.style(), at, top, width, BAR);
            }
            at += width;
        }
        Svg.text(svg, "figure", at + 6, top + 11, row.figures());
    }
}
