package io.github.headroom4j.eval.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Measures how long a call goes on past its time limit, in processor time of its own thread. Elapsed time would hold the other
 * threads of a busy machine against the call; processor time of the whole call would hide what comes after the limit, since
 * on such a machine little is done before it. So a second thread looks at the first one's processor time
 * again and again until the limit is over; what was used since the last look in time is an upper bound. If all threads stand
 * still around the limit, for garbage to be collected, that look was before, and nothing was used meanwhile. Not thread-safe.
 */
final class DeadlineWatch implements AutoCloseable {

    /**
     * One call.
     *
     * @param result what it gave
     * @param wallNanos elapsed time
     * @param cpuNanos processor time of the calling thread
     * @param pastNanos of that, at most so much was after the limit
     */
    record Watched<T>(T result, long wallNanos, long cpuNanos, long pastNanos) {}

    /** From one look to the next; so much of what was used before the limit may be taken for what was used after it. */
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(DeadlineWatch::daemon);
    private final long limitNanos;

    DeadlineWatch(Duration limit) {
        limitNanos = limit.toNanos();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "deadline watch");
        thread.setDaemon(true);
        return thread;
    }

    <T> Watched<T> watch(Supplier<T> call) {
        long id = Thread.currentThread().getId();
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        AtomicLong inTime = new AtomicLong(cpu);
        Runnable look = () -> {
            long seen = threads.getThreadCpuTime(id);
            if (System.nanoTime() - wall <= limitNanos) {
                inTime.set(seen);
            }
        };
        Future<?> looks = watch.scheduleAtFixedRate(look, PERIOD_NANOS, PERIOD_NANOS, TimeUnit.NANOSECONDS);
        try {
            T result = call.get();
            long cpuEnd = threads.getCurrentThreadCpuTime();
            long wallNanos = System.nanoTime() - wall;
            long past = past(cpuEnd - inTime.get(), wallNanos - limitNanos);
            return new Watched<>(result, wallNanos, cpuEnd - cpu, past);
        } finally {
            looks.cancel(false);
        }
    }

    /** Nobody can work for longer than the time that passed. */
    static long past(long cpuSinceInTime, long wallPast) {
        return Math.max(0, Math.min(wallPast, cpuSinceInTime));
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
