package io.github.headroom4j.eval.sweep;

import java.util.List;
import java.util.function.Predicate;

/** The lines of a frontier's picture. Stateless. */
final class FrontierCurves {

    private record Line(String label, String style, Predicate<FrontierPoint> points, boolean band) {

        Curve<FrontierPoint> of(List<FrontierPoint> all) {
            return new Curve<>(label, style, all.stream().filter(points).toList(), band);
        }
    }

    private static final List<Line> LINES = List.of(
            new Line(
                    "a budget per tool result (ours), with its interval",
                    "a",
                    point -> point.isOurs() && point.setting().isBounded(),
                    true),
            new Line(
                    "no budget: lossless, as far as safe (ours)",
                    "b",
                    point -> point.isOurs() && !point.setting().isBounded(),
                    false),
            naive("first lines, at the same tokens", "c", "head"),
            naive("last lines", "d", "tail"),
            naive("lines drawn at random (control)", "e", "random"));

    private FrontierCurves() {}

    private static Line naive(String label, String style, String arm) {
        return new Line(label, style, point -> point.arm().equals(arm), false);
    }

    /** The lines that have points, ours first. */
    static List<Curve<FrontierPoint>> of(List<FrontierPoint> points) {
        return LINES.stream()
                .map(line -> line.of(points))
                .filter(curve -> !curve.points().isEmpty())
                .toList();
    }
}
