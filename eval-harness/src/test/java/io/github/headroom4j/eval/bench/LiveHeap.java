package io.github.headroom4j.eval.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Samples what is live on the heap while something runs: a second thread collects all garbage again and again and adds up
 * what the collector left. What is allocated between two collections and dropped before the next is not live and not
 * seen, and neither is a peak that falls between two of them, so a peak is a little more than the highest sample. Needs a
 * collector that stops everything, such as {@code -XX:+UseSerialGC}. One thread at a time.
 */
final class LiveHeap {

    /** Of the time that a collection takes, the part for which the work may then go on, so that it is seen at many places. */
    private static final int WORK_PART = 4;

    private static final long MIN_WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    /**
     * What was seen.
     *
     * @param bytes the most that was live beyond what was live before
     * @param samples how often was looked
     */
    record Peak(long bytes, int samples) {}

    Peak during(Runnable work) throws InterruptedException, ExecutionException {
        long before = live();
        Sampler sampler = new Sampler(before);
        FutureTask<Peak> sampling = new FutureTask<>(sampler::sample);
        Thread thread = new Thread(sampling, "live heap");
        thread.setDaemon(true);
        thread.start();
        try {
            work.run();
        } finally {
            sampler.over = true;
        }
        return sampling.get();
    }

    private long live() {
        System.gc();
        return pools.stream()
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    private final class Sampler {

        private final long before;
        private volatile boolean over;

        Sampler(long before) {
            this.before = before;
        }

        Peak sample() {
            long most = 0;
            int samples = 0;
            while (!over) {
                long start = System.nanoTime();
                most = Math.max(most, live() - before);
                samples++;
                LockSupport.parkNanos(Math.max(MIN_WORK_NANOS, (System.nanoTime() - start) / WORK_PART));
            }
            return new Peak(most, samples);
        }
    }
}
