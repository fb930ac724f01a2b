package io.github.headroom4j.eval.sweep;

import io.github.headroom4j.eval.dataset.EvalCase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on cases, as many at a time as there are processors. Stateless. */
final class CaseWork {

    private CaseWork() {}

    /** Results come in the order of the cases, whichever ends first. */
    static <T> List<T> each(List<EvalCase> cases, Function<EvalCase, T> work) {
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<T>> running = new ArrayList<>();
            cases.forEach(one -> running.add(pool.submit(() -> work.apply(one))));
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a case failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }
}
