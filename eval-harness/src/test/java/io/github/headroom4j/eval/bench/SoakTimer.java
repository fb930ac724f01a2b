package io.github.headroom4j.eval.bench;

import java.util.function.Supplier;

/** How long an application would have waited in one operation: without what is done to check the answer. For one thread. */
final class SoakTimer {

    private long nanos;

    <T> T time(Supplier<T> call) {
        long start = System.nanoTime();
        try {
            return call.get();
        } finally {
            nanos += System.nanoTime() - start;
        }
    }

    void time(Runnable call) {
        time(() -> {
            call.run();
            return nanos;
        });
    }

    /** What was timed since this was asked before. */
    long take() {
        long taken = nanos;
        nanos = 0;
        return taken;
    }
}
