package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.stats.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How figures are printed: the same in every locale, and never as "-0.0". */
public final class Figures {

    private static final int DECIMALS_FOR_PROGRAMS = 6;

    private Figures() {}

    /**
     * A count with separators.
     *
     * @param tokens the count
     * @return for instance {@code 15,665,418}
     */
    public static String tokens(long tokens) {
        return String.format(Locale.ROOT, "%,d", tokens);
    }

    /**
     * A share.
     *
     * @param share a fraction of 1
     * @return for instance {@code 92.7 %}
     */
    public static String percent(double share) {
        return decimal(share, 2, 1) + " %";
    }

    /**
     * The interval of a share.
     *
     * @param estimate fractions of 1
     * @return for instance {@code [91.2, 94.0]}
     */
    public static String percents(Estimate estimate) {
        return "[" + decimal(estimate.lower(), 2, 1) + ", " + decimal(estimate.upper(), 2, 1) + "]";
    }

    /**
     * A difference of F1 in points.
     *
     * @param difference a fraction of 1
     * @return for instance {@code -0.42}
     */
    public static String points(double difference) {
        String digits = decimal(difference, 2, 2);
        return difference > 0 && !digits.equals("0.00") ? "+" + digits : digits;
    }

    /**
     * The interval of a difference of F1 in points.
     *
     * @param estimate fractions of 1
     * @return for instance {@code [-1.10, +0.26]}
     */
    public static String points(Estimate estimate) {
        return "[" + points(estimate.lower()) + ", " + points(estimate.upper()) + "]";
    }

    /**
     * An F1.
     *
     * @param f1 in [0, 1]
     * @return for instance {@code 0.934}
     */
    public static String f1(double f1) {
        return decimal(f1, 0, 3);
    }

    /** A p-value: small ones are not rounded to 0. */
    static String p(double p) {
        return p < 0.001 ? "< 0.001" : decimal(p, 0, 3);
    }

    /**
     * For files that programs read.
     *
     * @param value any finite value
     * @return rounded to six decimals
     */
    public static BigDecimal exact(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS_FOR_PROGRAMS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Rounds what programs read, so that whoever prints that gets the same digits; in hundredths with a shift of two. */
    private static String decimal(double value, int shift, int decimals) {
        BigDecimal rounded = exact(value).movePointRight(shift).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
    }
}
