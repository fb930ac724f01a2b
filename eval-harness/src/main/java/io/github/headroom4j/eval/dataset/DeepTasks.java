package io.github.headroom4j.eval.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs tasks that parse sources: two at a time, since each holds a library in memory, and on threads with a large stack,
 * since the parser descends recursively into long concatenations. Stateless.
 */
public final class DeepTasks {

    private static final int PARALLEL = 2;

    /** Bytes. */
    private static final long STACK_BYTES = 64L << 20;

    private DeepTasks() {}

    /**
     * Runs them.
     *
     * @param what is made, for messages, for instance {@code the code-search cases}
     * @param tasks independent of each other
     * @param <T> what a task returns
     * @return the results in the order of the tasks, whatever the threads do
     * @throws DatasetException if a task fails; its own exception if it is of this type
     */
    public static <T> List<T> inOrder(String what, List<? extends Callable<T>> tasks) {
        ExecutorService threads =
                Executors.newFixedThreadPool(PARALLEL, task -> new Thread(null, task, "dataset", STACK_BYTES));
        try {
            List<Future<T>> pending = new ArrayList<>();
            tasks.forEach(task -> pending.add(threads.submit(task)));
            List<T> made = new ArrayList<>();
            for (Future<T> one : pending) {
                made.add(one.get());
            }
            return made;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DatasetException known) {
                throw known;
            }
            throw new DatasetException("making " + what + " failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatasetException("making " + what + " was interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
