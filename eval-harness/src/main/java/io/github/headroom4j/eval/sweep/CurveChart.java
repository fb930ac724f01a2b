package io.github.headroom4j.eval.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Draws curves as SVG: no scripts, no fonts or pictures from elsewhere, in light or dark as the reader's system is, and with text
 * that can be read on a phone. Lines differ in dashes and marks, too, for those who do not tell colours apart. The same bytes
 * for the same curves.
 */
final class CurveChart {

    private static final int WIDTH = 480;
    private static final int LEFT = 54;
    private static final int RIGHT = 450;
    private static final int TOP = 88;
    private static final int BOTTOM = 352;
    private static final int LEGEND = 416;
    private static final int LEGEND_STEP = 22;

    private static final String STYLE = """
            <style>
            svg { color-scheme: light dark; font: 13px system-ui, sans-serif; }
            .bg { fill: #ffffff; } .ink { fill: #1f2328; } .soft { fill: #59636e; }
            .grid { stroke: #d1d9e0; stroke-width: 1; } .axis { stroke: #59636e; stroke-width: 1; }
            .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
            .a { stroke: #0a58ca; } .b { stroke: #0a8a8a; } .c { stroke: #b3470f; }
            .d { stroke: #8250df; } .e { stroke: #6b7280; }
            .line.a { stroke-width: 3; } .line.b { stroke-dasharray: 7 4; } .line.c { stroke-dasharray: 3 3; }
            .line.d { stroke-dasharray: 9 3 2 3; } .line.e { stroke-dasharray: 1 4; stroke-linecap: round; }
            .mark { fill: #ffffff; stroke-width: 1.6; } .band { fill: #0a58ca; fill-opacity: 0.14; stroke: none; }
            @media (prefers-color-scheme: dark) {
            .bg { fill: #0d1117; } .ink { fill: #f0f6fc; } .soft { fill: #9198a1; }
            .grid { stroke: #2b323b; } .axis { stroke: #9198a1; }
            .a { stroke: #6cb0ff; } .b { stroke: #3ec7c2; } .c { stroke: #f0883e; } .d { stroke: #bc8cff; } .e { stroke: #a5adb8; }
            .mark { fill: #0d1117; } .band { fill: #6cb0ff; fill-opacity: 0.18; }
            }
            </style>
            """;

    private final Caption caption;
    private final List<? extends Curve<? extends Spot>> curves;
    private final Scale x;
    private final Scale y;
    private final StringBuilder out = new StringBuilder();

    private CurveChart(Caption caption, List<? extends Curve<? extends Spot>> curves) {
        this.caption = caption;
        this.curves = curves;
        List<Spot> points = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .map(Spot.class::cast)
                .toList();
        this.x = Scale.of(points, Spot::saved, LEFT, RIGHT);
        this.y = Scale.of(points, point -> point.kept().value(), BOTTOM, TOP);
    }

    /**
     * Draws.
     *
     * @param caption its words
     * @param curves at least one with a point
     */
    static String svg(Caption caption, List<? extends Curve<? extends Spot>> curves) {
        return new CurveChart(caption, curves).draw();
    }

    /** Shares from one step below the least to 1, on pixels. */
    private record Scale(double least, double step, int from, int to) {

        private static final double COARSE = 0.1;
        private static final double FINE = 0.05;
        private static final double WIDE = 0.5;

        static Scale of(List<Spot> points, ToDoubleFunction<Spot> share, int from, int to) {
            double least = Math.max(0, points.stream().mapToDouble(share).min().orElse(0));
            double step = 1 - least > WIDE ? COARSE : FINE;
            return new Scale(Math.min(1 - step, Math.floor(least / step + 1e-9) * step), step, from, to);
        }

        String at(double share) {
            double within = Math.max(0, (share - least) / (1 - least));
            return String.format(Locale.ROOT, "%.1f", from + within * (to - from));
        }

        List<Double> ticks() {
            List<Double> ticks = new ArrayList<>();
            for (int i = 0; least + i * step < 1 + 1e-9; i++) {
                ticks.add(least + i * step);
            }
            return ticks;
        }
    }

    private String draw() {
        String title = caption.title();
        String subtitle = caption.subtitle();
        int height = LEGEND + LEGEND_STEP * curves.size();
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"100%%\" role=\"img\""
                        + " aria-labelledby=\"title desc\" style=\"max-width:720px\">",
                WIDTH, height);
        line("<title id=\"title\">%s</title>", escaped(title));
        line("<desc id=\"desc\">%s</desc>", escaped(subtitle + ". " + told()));
        out.append(STYLE);
        line("<rect class=\"bg\" width=\"%d\" height=\"%d\" rx=\"6\"/>", WIDTH, height);
        text("ink", 16, 26, "start", title, " font-size=\"16\" font-weight=\"600\"");
        text("soft", 16, 46, "start", subtitle, "");
        axes();
        // Ours on top of all others.
        for (int i = curves.size() - 1; i >= 0; i--) {
            curve(curves.get(i));
        }
        for (int i = 0; i < curves.size(); i++) {
            legend(curves.get(i), LEGEND + LEGEND_STEP * i);
        }
        return out.append("</svg>\n").toString();
    }

    /** Where every line ends, for those who do not see the picture. */
    private String told() {
        List<String> lines = new ArrayList<>();
        for (Curve<?> curve : curves) {
            Spot last = curve.points().get(curve.points().size() - 1);
            String kept = caption.figure().apply(last.kept().value());
            lines.add(curve.label() + ": "
                    + String.format(Locale.ROOT, caption.told(), kept, Caption.percent(last.saved())));
        }
        return String.join("; ", lines);
    }

    private void axes() {
        for (double tick : y.ticks()) {
            line("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>", LEFT, RIGHT, y.at(tick), y.at(tick));
            line(
                    "<text class=\"soft\" x=\"%d\" y=\"%s\" dy=\"4\" text-anchor=\"end\">%s</text>",
                    LEFT - 7, y.at(tick), caption.figure().apply(tick));
        }
        for (double tick : x.ticks()) {
            line(
                    "<line class=\"axis\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>",
                    x.at(tick), x.at(tick), BOTTOM, BOTTOM + 5);
            line(
                    "<text class=\"soft\" x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x.at(tick), BOTTOM + 20, Caption.percent(tick));
        }
        line("<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>", LEFT, RIGHT, BOTTOM, BOTTOM);
        text("ink", (LEFT + RIGHT) / 2, BOTTOM + 40, "middle", caption.across(), "");
        text("ink", 16, TOP - 18, "start", caption.up(), "");
    }

    private void curve(Curve<?> curve) {
        List<? extends Spot> points = curve.points();
        if (curve.band() && points.size() > 1) {
            StringBuilder band = new StringBuilder();
            points.forEach(
                    point -> band.append(place(point.saved(), point.kept().upper())));
            for (int i = points.size() - 1; i >= 0; i--) {
                band.append(place(points.get(i).saved(), points.get(i).kept().lower()));
            }
            line("<polygon class=\"band\" points=\"%s\"/>", band.toString().strip());
        }
        StringBuilder path = new StringBuilder();
        points.forEach(point -> path.append(place(point.saved(), point.kept().value())));
        line(
                "<polyline class=\"line %s\" points=\"%s\"/>",
                curve.style(), path.toString().strip());
        points.forEach(point ->
                mark(curve.style(), x.at(point.saved()), y.at(point.kept().value())));
    }

    private String place(double saved, double shown) {
        return x.at(saved) + "," + y.at(shown) + " ";
    }

    private void mark(String style, String atX, String atY) {
        String shape =
                switch (style) {
                    case "a" -> "<circle r=\"4\"";
                    case "b" -> "<circle r=\"3\"";
                    case "c" -> "<path d=\"M-4 3.5 0 -4 4 3.5z\"";
                    case "d" -> "<path d=\"M-3.5 -3.5H3.5V3.5H-3.5z\"";
                    default -> "<path d=\"M0 -4.5 4.5 0 0 4.5 -4.5 0z\"";
                };
        line("%s class=\"mark %s\" transform=\"translate(%s %s)\"/>", shape, style, atX, atY);
    }

    private void legend(Curve<?> curve, int atY) {
        line("<line class=\"line %s\" x1=\"16\" x2=\"56\" y1=\"%d\" y2=\"%d\"/>", curve.style(), atY, atY);
        mark(curve.style(), "36", String.valueOf(atY));
        text("ink", 66, atY + 4, "start", curve.label(), "");
    }

    private void text(String style, int atX, int atY, String anchor, String text, String more) {
        line(
                "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"%s\"%s>%s</text>",
                style, atX, atY, anchor, more, escaped(text));
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
