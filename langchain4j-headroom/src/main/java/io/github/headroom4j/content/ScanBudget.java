package io.github.headroom4j.content;

/**
 * How many characters a scan may still look at. It makes the cost of hostile input a number that can be tested. Not
 * thread-safe: one per call.
 */
final class ScanBudget {

    /** A budget that never runs out before a single pass over the text is done. */
    static ScanBudget singlePass(String text) {
        return new ScanBudget(2L * text.length() + 1);
    }

    private final long limit;
    private long used;

    ScanBudget(long limit) {
        this.limit = limit;
    }

    /** Takes one character's worth of work; false once everything is used up. */
    boolean take() {
        if (used >= limit) {
            return false;
        }
        used++;
        return true;
    }

    /** Counts work that was done in one go and cannot be refused. */
    void spend(int characters) {
        used += characters;
    }

    long used() {
        return used;
    }
}
