package io.github.headroom4j.eval.sweep;

import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * The words of a picture. Immutable.
 *
 * @param title what is drawn
 * @param subtitle of how many cases
 * @param across what is to the right
 * @param up what is upwards
 * @param told where a line ends, for those who do not see it: a format of what was kept and what was saved
 * @param figure how what was kept is printed
 */
record Caption(String title, String subtitle, String across, String up, String told, DoubleFunction<String> figure) {

    /** For answers that passages still show. */
    static Caption ofAnswers(String title, String subtitle) {
        return new Caption(
                title,
                subtitle,
                "context tokens saved",
                "answers still shown",
                "%s of answers shown at %s of tokens saved",
                Caption::percent);
    }

    /** For the answers of agents; the F1 of those who read everything is no point, but has to be known. */
    static Caption ofF1(String title, String subtitle, double wholeF1) {
        return new Caption(
                title,
                subtitle + "; uncompressed F1 " + f1(wholeF1),
                "input tokens of whole sessions saved",
                "F1",
                "F1 %s at %s of tokens saved",
                Caption::f1);
    }

    private static String f1(double f1) {
        return String.format(Locale.ROOT, "%.2f", f1);
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
