package io.github.headroom4j.compressor;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * When to give up. The only way in which time enters compression, and it never changes a result: past it there is none.
 * Thread-safe.
 */
public final class Deadline {

    private static final Deadline NONE = new Deadline(() -> 0, Long.MAX_VALUE);

    private final LongSupplier nanoClock;
    private final AtomicLong endNanos;

    private Deadline(LongSupplier nanoClock, long endNanos) {
        this.nanoClock = nanoClock;
        this.endNanos = new AtomicLong(endNanos);
    }

    /**
     * Never.
     *
     * @return a deadline that is never over
     */
    public static Deadline none() {
        return NONE;
    }

    /**
     * So long from now.
     *
     * @param time positive
     * @param nanoClock {@code System::nanoTime}, or a test's own clock
     * @return the deadline
     * @throws IllegalArgumentException if {@code time} is not positive
     */
    public static Deadline after(Duration time, LongSupplier nanoClock) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time must be positive, but was " + time);
        }
        return new Deadline(nanoClock, nanoClock.getAsLong() + time.toNanos());
    }

    /**
     * Gives up if time is over.
     *
     * @throws DeadlineExceededException if it is
     */
    public void check() {
        if (this != NONE && nanoClock.getAsLong() - endNanos.get() > 0) {
            throw new DeadlineExceededException();
        }
    }

    /**
     * Does something that does not count, such as loading a library on its first use: the end comes later by as long as it
     * takes.
     *
     * @param work what to do
     * @param <T> what it gives
     * @return what it gave
     */
    public <T> T pausing(Supplier<T> work) {
        if (this == NONE) {
            return work.get();
        }
        long start = nanoClock.getAsLong();
        try {
            return work.get();
        } finally {
            endNanos.addAndGet(nanoClock.getAsLong() - start);
        }
    }
}
