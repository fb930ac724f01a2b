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
        return decimal(100 * share, 1) + " %";
    }

    static String percents(Estimate estimate) {
        return "[" + decimal(100 * estimate.lower(), 1) + ", " + decimal(100 * estimate.upper(), 1) + "]";
    }

    static String points(double difference) {
        String digits = decimal(100 * difference, 2);
        return difference > 0 && !digits.equals("0.00") ? "+" + digits : digits;
    }

    static String points(Estimate estimate) {
        return "[" + points(estimate.lower()) + ", " + points(estimate.upper()) + "]";
    }

    static String f1(double f1) {
        return decimal(f1, 3);
    }

    /** A p-value: small ones are not rounded to 0. */
    static String p(double p) {
        return p < 0.001 ? "< 0.001" : decimal(p, 3);
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

    private static String decimal(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
    }
}
