package io.github.headroom4j.eval.bench;

import java.util.List;
import java.util.Map;

/**
 * What a soak run saw. Immutable.
 *
 * @param threads how many agents
 * @param seed of every choice
 * @param seconds how long
 * @param latencies by store and operation
 * @param stores what became of each store's originals and connections
 * @param heapMegabytes used after a full collection while nobody works, from the beginning to the end
 * @param heapGrowthMegabytes of a line through the second half of those
 * @param threadsLeft names of threads that were not there before the load, and still are after it
 * @param faults broken promises and how often
 * @param details how some of them were broken
 */
record SoakResult(
        int threads,
        long seed,
        long seconds,
        List<Latency> latencies,
        List<Store> stores,
        List<Double> heapMegabytes,
        double heapGrowthMegabytes,
        List<String> threadsLeft,
        Map<String, Long> faults,
        List<String> details) {

    /**
     * What the heap may grow by in the second half of a run. Between two full collections it differs by the caches of counts
     * and of pages, some megabytes; a leak of one short text for each operation would be a hundred in half an hour.
     */
    static final double MAX_HEAP_GROWTH_MEGABYTES = 16;

    /** Milliseconds of one operation on one store. */
    record Latency(
            String store, String operation, long calls, double p50, double p90, double p99, double p999, double max) {}

    /**
     * One store.
     *
     * @param store its name
     * @param kept originals that markers were shown of
     * @param checkedAtEnd of those, which were there at the end, and were all looked for by an instance opened anew
     * @param unused originals that retention had to forget
     * @param forgotten those that it forgot
     * @param left originals in the store when everything was cleared
     * @param borrowed connections
     * @param returned connections
     * @param active connections that the pool misses
     */
    record Store(
            String store,
            long kept,
            long checkedAtEnd,
            long unused,
            long forgotten,
            long left,
            long borrowed,
            long returned,
            int active) {

        boolean clean() {
            return unused == forgotten && left == 0 && borrowed == returned && active == 0;
        }
    }

    SoakResult {
        latencies = List.copyOf(latencies);
        stores = List.copyOf(stores);
        heapMegabytes = List.copyOf(heapMegabytes);
        threadsLeft = List.copyOf(threadsLeft);
        faults = Map.copyOf(faults);
        details = List.copyOf(details);
    }

    boolean heapFlat() {
        return heapGrowthMegabytes <= MAX_HEAP_GROWTH_MEGABYTES;
    }

    boolean passed() {
        return heapFlat()
                && threadsLeft.isEmpty()
                && faults.isEmpty()
                && stores.stream().allMatch(Store::clean);
    }

    long calls() {
        return latencies.stream().mapToLong(Latency::calls).sum();
    }
}
