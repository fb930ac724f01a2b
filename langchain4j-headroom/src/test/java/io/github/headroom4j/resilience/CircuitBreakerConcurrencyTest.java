package io.github.headroom4j.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.headroom4j.resilience.CircuitBreaker.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Many threads at once. They wait for latches, never for a time to pass. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CircuitBreakerConcurrencyTest {

    private static final int THREADS = 32;

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final CircuitBreaker breaker = CircuitBreaker.builder("The store")
            .failures(THREADS)
            .probes(3)
            .open(Duration.ofNanos(10))
            .listener(change ->
                    (change.to() == State.OPEN ? opened : closed).addAndGet(change.to() == State.HALF_OPEN ? 0 : 1))
            .nanoClock(clock::get)
            .build();

    /** Runs on all threads at the same moment, and waits for all. */
    private static void together(Runnable work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch ready = new CountDownLatch(THREADS);
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                all.add(threads.submit(() -> {
                    ready.countDown();
                    go.await();
                    work.run();
                    return "done";
                }));
            }
            ready.await();
            go.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void fail() {
        assertThat(catchThrowable(() -> breaker.call(() -> {
                    throw new IllegalStateException("down");
                })))
                .hasMessage("down");
    }

    @RepeatedTest(20)
    void only_so_many_probes_go_through_and_no_failure_is_lost() throws Exception {
        together(this::fail);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
        assertThat(opened).hasValue(1);

        clock.set(10);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger probes = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        together(() -> {
            try {
                breaker.call(() -> {
                    probes.incrementAndGet();
                    await(release);
                    return "well";
                });
            } catch (CircuitOpenException e) {
                // The last one that is refused lets the probes go: until then none has come back.
                if (refused.incrementAndGet() == THREADS - 3) {
                    release.countDown();
                }
            }
        });

        assertThat(probes).hasValue(3);
        assertThat(refused).hasValue(THREADS - 3);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        assertThat(closed).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
