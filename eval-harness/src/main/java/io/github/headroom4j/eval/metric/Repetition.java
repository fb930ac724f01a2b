package io.github.headroom4j.eval.metric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much a text repeats itself: the share of five-word sequences that occurred before in it. It sorts cases and samples
 * into tiers by what they are, before anything is compressed.
 *
 * @param nearUniqueBelow texts with a smaller share are near-unique
 * @param ceilingFrom texts with at least this share are repetitive: the ceiling of what compression can do
 */
public record Repetition(double nearUniqueBelow, double ceilingFrom) {

    /** The tiers' names, from the most repetitive to the least. */
    public static final List<String> TIERS = List.of("ceiling", "typical", "near-unique");

    private static final int WORDS = 5;

    /** Validates the order of the bounds. */
    public Repetition {
        if (!(nearUniqueBelow <= ceilingFrom)) {
            throw new IllegalArgumentException(
                    "nearUniqueBelow must be at most " + ceilingFrom + ", but was " + nearUniqueBelow);
        }
    }

    /**
     * The tier of what was read together.
     *
     * @param texts the texts, in order
     * @return one of {@link #TIERS}
     */
    public String tier(List<String> texts) {
        double repeated = share(texts);
        if (repeated < nearUniqueBelow) {
            return "near-unique";
        }
        return repeated < ceilingFrom ? "typical" : "ceiling";
    }

    /**
     * The share of five-word sequences that occurred before; words are runs of letters and digits.
     *
     * @param texts the texts, in order; no sequence runs from one into the next
     * @return in [0, 1); 0 for less than five words
     */
    public static double share(List<String> texts) {
        Set<String> seen = new HashSet<>();
        int all = 0;
        for (String text : texts) {
            List<String> words = words(text);
            for (int i = 0; i + WORDS <= words.size(); i++) {
                seen.add(String.join(" ", words.subList(i, i + WORDS)));
                all++;
            }
        }
        return all == 0 ? 0 : 1 - (double) seen.size() / all;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }
}
