package io.github.headroom4j.eval.page;

import io.github.headroom4j.eval.chart.Plot.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as the page prints them: the same in every locale, with a real minus sign and never as "−0.0". */
final class Words {

    private Words() {}

    static String percent(double percent) {
        return decimal(percent, 1) + " %";
    }

    static String percent(Interval interval) {
        return decimal(interval.lower(), 1) + " to " + decimal(interval.upper(), 1) + " %";
    }

    static String points(double points) {
        String digits = decimal(points, 2);
        return points > 0 && !digits.equals("0.00") ? "+" + digits : digits;
    }

    static String points(Interval interval) {
        return points(interval.lower()) + " to " + points(interval.upper());
    }

    static String f1(double f1) {
        return decimal(f1, 3);
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** For instance "15.7 M". */
    static String rough(long count) {
        if (count >= 1_000_000) {
            return decimal(count / 1e6, 1) + " M";
        }
        return count >= 10_000 ? decimal(count / 1e3, 0) + " k" : count(count);
    }

    static String decimal(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString().replace('-', '−');
    }

    /** For instance "Code search". */
    static String title(String name) {
        String words = name.replace('-', ' ').strip();
        if (words.length() <= 3) {
            return words.toUpperCase(Locale.ROOT);
        }
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Fit for an id in the page, whatever the name holds; two names that differ may share one, but not with the same number. */
    static String id(String name, int number) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-" + number;
    }
}
