package io.github.headroom4j.eval.job;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Words for names that a user got wrong. Stateless. */
public final class Names {

    private Names() {}

    /**
     * Checks a name.
     *
     * @param what what it names, for instance "workload"
     * @param name as the user wrote it
     * @param known all there are, in the order to list them
     * @throws EvalException if it is not among them; the message lists all and suggests the nearest
     */
    public static void require(String what, String name, Collection<String> known) {
        if (!known.contains(name)) {
            throw EvalException.usage(unknown(what, name, known));
        }
    }

    /**
     * What to say of an unknown name.
     *
     * @param what what it names
     * @param name as the user wrote it
     * @param known all there are, in the order to list them
     * @return for instance "unknown arm 'headrom'; known are none, headroom. Did you mean 'headroom'?"
     */
    public static String unknown(String what, String name, Collection<String> known) {
        return "unknown " + what + " '" + name + "'; known are " + String.join(", ", known)
                + nearest(name, known)
                        .map(near -> ". Did you mean '" + near + "'?")
                        .orElse("");
    }

    /**
     * The name that was probably meant: one that begins with what was written, or one that differs in at most a third of
     * its letters.
     *
     * @param name as the user wrote it
     * @param known all there are
     * @return the nearest, the first of equals; empty if none is near
     */
    public static Optional<String> nearest(String name, Collection<String> known) {
        String lower = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(one -> isNear(lower, one.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(one -> distance(lower, one.toLowerCase(Locale.ROOT))));
    }

    private static boolean isNear(String name, String known) {
        return (name.length() >= 2 && known.startsWith(name))
                || distance(name, known) * 3 <= Math.max(name.length(), known.length());
    }

    /** Levenshtein's distance, row by row. Quadratic, for names that a person typed. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
