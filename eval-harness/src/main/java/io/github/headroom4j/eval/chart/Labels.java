package io.github.headroom4j.eval.chart;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Puts short labels beside points where no earlier label is. Deterministic; not thread-safe. */
final class Labels {

    private static final double HEIGHT = 12;
    private static final double CHARACTER = 6.6;

    /** Right above, right below, left above, left below, then further away: dx, dy; negative dx is to the left. */
    private static final double[][] PLACES = {
        {7, -5}, {7, 14}, {-7, -5}, {-7, 14}, {7, -17}, {7, 26}, {-7, -17}, {-7, 26}, {7, -29}, {-7, -29}
    };

    private record Box(double left, double top, double right, double bottom) {

        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private final Element svg;
    private final double edge;
    private final List<Box> taken = new ArrayList<>();

    Labels(Element svg, double edge) {
        this.svg = svg;
        this.edge = edge;
    }

    void add(String label, double x, double y) {
        if (label.isEmpty()) {
            return;
        }
        double width = CHARACTER * label.length();
        double[] chosen = PLACES[0];
        for (double[] place : PLACES) {
            Box box = box(place, width, x, y);
            if (box.left() > 0
                    && box.right() < edge
                    && box.top() > 0
                    && taken.stream().noneMatch(box::meets)) {
                chosen = place;
                break;
            }
        }
        taken.add(box(chosen, width, x, y));
        Svg.text(svg, chosen[0] < 0 ? "label end" : "label", x + chosen[0], y + chosen[1], label);
    }

    private static Box box(double[] place, double width, double x, double y) {
        double left = place[0] < 0 ? x + place[0] - width : x + place[0];
        double bottom = y + place[1];
        return new Box(left, bottom - HEIGHT + 2, left + width, bottom + 2);
    }
}
