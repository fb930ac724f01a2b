package io.github.headroom4j.eval.stats;

/** How a cost grows: 1 in proportion, 2 with the square. Stateless. */
public final class LogLogSlope {

    private LogLogSlope() {}

    /**
     * The slope of the line through the logarithms of sizes and costs, by least squares.
     *
     * @param sizes positive
     * @param costs one for each size, positive
     * @return the slope; not a number with less than two different sizes
     * @throws IllegalArgumentException if there are not as many costs as sizes
     */
    public static double of(double[] sizes, double[] costs) {
        if (sizes.length != costs.length) {
            throw new IllegalArgumentException(
                    "there must be a cost for each size, but were " + costs.length + " for " + sizes.length);
        }
        double x = meanOfLogs(sizes);
        double y = meanOfLogs(costs);
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < sizes.length; i++) {
            double dx = Math.log(sizes[i]) - x;
            xy += dx * (Math.log(costs[i]) - y);
            xx += dx * dx;
        }
        return xx == 0 ? Double.NaN : xy / xx;
    }

    private static double meanOfLogs(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.log(value);
        }
        return sum / Math.max(1, values.length);
    }
}
