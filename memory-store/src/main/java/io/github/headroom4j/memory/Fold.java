package io.github.headroom4j.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * One message that may be folded.
 *
 * @param index which
 * @param kind how
 * @param most tokens that the message has afterwards at most
 */
record Fold(int index, FoldKind kind, int most) {

    /** Of a plan, what has to be done to bring a history down to a target, and makes a message smaller for certain. */
    static List<Fold> needed(List<Fold> plan, History history, long target) {
        int[] tokens = history.tokens();
        long total = history.total();
        List<Fold> needed = new ArrayList<>();
        for (Fold fold : plan) {
            if (total <= target) {
                break;
            }
            int freed = tokens[fold.index()] - fold.most();
            if (freed > 0) {
                tokens[fold.index()] = fold.most();
                total -= freed;
                needed.add(fold);
            }
        }
        return needed;
    }
}
