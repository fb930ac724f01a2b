package io.github.headroom4j.eval.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much load, and for how long. Immutable.
 *
 * @param threads how many agents work at the same time
 * @param operations how many each of them does; 0 goes by time
 * @param duration how long they go on; zero goes by number
 * @param chars lengths of the texts
 * @param seed of every choice
 */
record SoakSettings(int threads, long operations, Duration duration, List<Integer> chars, long seed) {

    /** How often the heap is measured. Half of it is warm-up. */
    static final int HEAP_SAMPLES = 40;

    SoakSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be positive, but was " + threads);
        }
        if ((operations > 0) == (duration.compareTo(Duration.ZERO) > 0)) {
            throw new IllegalArgumentException(
                    "either operations or duration must be positive, but they were " + operations + " and " + duration);
        }
        chars = List.copyOf(chars);
    }

    /** Whether an agent that has done so many in so many nanoseconds goes on. */
    boolean goesOn(long done, long nanos) {
        return operations > 0 ? done < operations : nanos < duration.toNanos();
    }

    /** How many samples of the heap should have been taken by then. */
    int samplesDue(long done, long nanos) {
        double share = operations > 0 ? (double) done / operations : (double) nanos / duration.toNanos();
        return (int) (share * HEAP_SAMPLES);
    }
}
