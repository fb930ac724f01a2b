package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.dataset.RecordedCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much of a session repeats itself: the share of five-word sequences that occurred before in the same session. It
 * sorts the cases into tiers by what they are, before anything is compressed.
 */
final class Repetition {

    private static final int WORDS = 5;
    /** About the lower quarter of all cases lies below this, about the upper quarter above the next; fixed, not refitted. */
    private static final double NEAR_UNIQUE_BELOW = 0.25;

    private static final double CEILING_FROM = 0.35;

    private Repetition() {}

    /** "near-unique", "typical" or "ceiling"; relative to the sessions of this workload. */
    static String tier(List<RecordedCall> calls) {
        double repeated = share(calls);
        if (repeated < NEAR_UNIQUE_BELOW) {
            return "near-unique";
        }
        return repeated < CEILING_FROM ? "typical" : "ceiling";
    }

    static double share(List<RecordedCall> calls) {
        Set<String> seen = new HashSet<>();
        int all = 0;
        for (RecordedCall call : calls) {
            List<String> words = words(call.result());
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
