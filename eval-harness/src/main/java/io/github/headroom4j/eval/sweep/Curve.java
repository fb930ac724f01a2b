package io.github.headroom4j.eval.sweep;

import java.util.Comparator;
import java.util.List;

/**
 * A line of the picture. Immutable.
 *
 * @param label what the legend says
 * @param style the class that gives it colour and dashes, one of {@code a} to {@code e}
 * @param points from little saved to much
 * @param band whether its intervals are drawn
 * @param <P> what its points are
 */
record Curve<P extends Spot>(String label, String style, List<P> points, boolean band) {

    Curve {
        points = points.stream().sorted(Comparator.comparingDouble(Spot::saved)).toList();
    }

    /** Which points make which line; others are in the CSV file only. */
    private record Line(String label, String style, String way, String setting, boolean band) {

        Curve<CurvePoint> of(List<CurvePoint> points) {
            return new Curve<>(
                    label,
                    style,
                    points.stream()
                            .filter(point ->
                                    point.way().equals(way) && point.setting().startsWith(setting))
                            .toList(),
                    band);
        }
    }

    private static final List<Line> LINES = List.of(
            new Line("sentences, by their worth (ours)", "a", "pruner", "nearTheBest", true),
            new Line("sentences, under a hard limit (ours)", "b", "pruner", "maxTokens", false),
            new Line("fewer passages, re-ranked", "c", "re-ranked", "nearTheBest", false),
            new Line("fewer passages", "d", "fewer-passages", "nearTheBest", false),
            new Line("first words of each passage", "e", "passage-heads", "nearTheBest", false));

    /** The lines that have points, ours first. */
    static List<Curve<CurvePoint>> of(List<CurvePoint> points) {
        return LINES.stream()
                .map(line -> line.of(points))
                .filter(curve -> !curve.points().isEmpty())
                .toList();
    }
}
