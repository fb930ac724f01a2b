package io.github.headroom4j.eval.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Measures how long a call goes on past its time limit, in processor time of its own thread. Elapsed time would hold the other
 * threads of a busy machine against the call; processor time of the whole call would hide what comes after the limit, since
 * on such a machine little is done before it. So a second thread looks at the first one's processor time when the
 * limit is over. It may look late, so what it gives is an upper bound. Not thread-safe.
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

    /** The watched thread's processor time when the limit was seen to be over. */
    record Seen(long wallNanos, long cpuNanos) {}

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

    <T> Watched<T> watch(Supplier<T> call) throws InterruptedException, ExecutionException {
        long id = Thread.currentThread().getId();
        ScheduledFuture<Seen> look = watch.schedule(
                () -> new Seen(System.nanoTime(), threads.getThreadCpuTime(id)), limitNanos, TimeUnit.NANOSECONDS);
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        T result = call.get();
        long cpuEnd = threads.getCurrentThreadCpuTime();
        long wallNanos = System.nanoTime() - wall;
        long past = 0;
        if (wallNanos > limitNanos || !look.cancel(false)) {
            past = Math.min(cpuEnd - cpu, past(look.get(), wall + limitNanos, cpuEnd, wallNanos - limitNanos));
        }
        return new Watched<>(result, wallNanos, cpuEnd - cpu, past);
    }

    /** The watch may look late, and all of what the thread did until then counts. */
    static long past(Seen seen, long limitAt, long cpuEnd, long wallPast) {
        long late = Math.max(0, seen.wallNanos() - limitAt);
        return Math.max(0, Math.min(wallPast, Math.max(0, cpuEnd - seen.cpuNanos()) + late));
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
