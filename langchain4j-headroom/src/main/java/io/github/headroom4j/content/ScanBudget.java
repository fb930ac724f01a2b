package io.github.headroom4j.content;

/**
 * How many characters a scan may still look at. It makes the cost of hostile input a number that can be tested. Not
 * thread-safe: one per call.
 */
final class ScanBudget {

    /** Characters between two checkpoints, default 65,536: scanning them takes hardly longer than a checkpoint is worth. */
    private static final int CHARS_PER_CHECK = 1 << 16;

    /** A budget that never runs out before a single pass over the text is done. */
    static ScanBudget singlePass(String text, Runnable checkpoint) {
        return new ScanBudget(2L * text.length() + 1, checkpoint);
    }

    private final long limit;
    private final Runnable checkpoint;
    private long used;
    private int passed;

    ScanBudget(long limit) {
        this(limit, () -> {});
    }

    ScanBudget(long limit, Runnable checkpoint) {
        this.checkpoint = checkpoint;
        this.limit = limit;
    }

    /** Takes one character's worth of work; false once everything is used up. */
    boolean take() {
        if (used >= limit) {
            return false;
        }
        spend(1);
        return true;
    }

    /** Counts work that was done in one go and cannot be refused. */
    void spend(int characters) {
        used += characters;
        pass(characters);
    }

    /** Runs the checkpoint if much was looked at since; takes nothing from the budget. */
    void pass(int characters) {
        passed += characters;
        if (passed >= CHARS_PER_CHECK) {
            passed = 0;
            checkpoint.run();
        }
    }

    /** What is run now and then. */
    Runnable checkpoint() {
        return checkpoint;
    }

    long used() {
        return used;
    }
}
