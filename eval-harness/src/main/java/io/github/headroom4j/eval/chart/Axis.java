package io.github.headroom4j.eval.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis of a plot: its range is widened to whole steps. Immutable.
 *
 * @param label what it tells, with the unit
 * @param from its lower end
 * @param to its upper end, above the lower
 * @param step between two ticks
 */
public record Axis(String label, double from, double to, double step) {

    private static final double[] STEPS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100};

    /**
     * An axis that holds a range with at most so many steps.
     *
     * @param label what it tells
     * @param from the smallest figure
     * @param to the largest figure
     * @param steps at most so many
     * @return an axis whose ends are whole steps
     */
    public static Axis around(String label, double from, double to, int steps) {
        double step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (Math.ceil(to / STEPS[i] - 1e-9) - Math.floor(from / STEPS[i] + 1e-9) > steps) {
                break;
            }
            step = STEPS[i];
        }
        double low = Math.floor(from / step + 1e-9) * step;
        double high = Math.ceil(to / step - 1e-9) * step;
        return new Axis(label, low, high > low ? high : low + step, step);
    }

    double share(double value) {
        return (Math.max(from, Math.min(to, value)) - from) / (to - from);
    }

    boolean holds(double value) {
        return value >= from - 1e-9 && value <= to + 1e-9;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        int count = (int) Math.round((to - from) / step);
        for (int i = 0; i <= count; i++) {
            ticks.add(from + i * step);
        }
        return ticks;
    }

    /** With a real minus sign, and without decimals that say nothing. */
    static String tick(double value) {
        return Svg.at(Math.abs(value) < 1e-9 ? 0 : value).replace('-', '−');
    }
}
