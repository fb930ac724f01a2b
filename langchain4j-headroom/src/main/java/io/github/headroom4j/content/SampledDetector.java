package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A detector that needs no more than a sample of the lines, so that an ordered list of them can share one sample. */
@FunctionalInterface
interface SampledDetector extends BuiltInDetector {

    /** Looks at a sample. */
    Optional<Detection> detect(TextSample sample);

    @Override
    default Optional<Detection> detect(String text) {
        return detect(TextSample.of(text));
    }

    /** How many lines have a shape. */
    static int count(List<String> lines, Predicate<String> shape) {
        int count = 0;
        for (String line : lines) {
            if (shape.test(line)) {
                count++;
            }
        }
        return count;
    }

    /** Whether so large a share of the lines has a shape; looks no further once too many have not. */
    static boolean isShare(double least, List<String> lines, Predicate<String> shape) {
        int fit = lines.size();
        for (String line : lines) {
            if (!shape.test(line) && share(--fit, lines.size()) < least) {
                return false;
            }
        }
        return share(fit, lines.size()) >= least;
    }

    /** A part of a whole in [0, 1]; 0 of nothing. */
    static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
