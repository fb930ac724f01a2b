package io.github.headroom4j.memory;

import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A store of originals that an agent does not wait for longer than a limit. {@link Headroom}'s own time limit ends
 * compression, but cannot end the call of a store that does not answer, such as a database behind a network that drops
 * packets. Past this limit the call fails, and so nothing is left out of the text, or the model is told to try again.
 *
 * <pre>{@code
 * OriginalStore originals = new TimeLimitedOriginalStore(new JdbcOriginalStore(dataSource), Duration.ofSeconds(1));
 * }</pre>
 *
 * <p>Each call runs on a thread of this store's own, made when needed and ended {@value #IDLE_SECONDS} seconds after its
 * last call. A call that is given up is not interrupted, since that closes the files of some databases for everybody: it
 * goes on, and what it puts stays put, with no marker that leads to it. While {@value #MAX_CALLS} calls have no answer,
 * further ones fail at once. An interrupt of the caller does not end its waiting, and is still set afterwards.
 * Thread-safe if the decorated store is.
 */
public final class TimeLimitedOriginalStore implements OriginalStore {

    /** So many calls may have no answer at a time: as many as large servers have connections to one database. */
    public static final int MAX_CALLS = 64;

    private static final int IDLE_SECONDS = 10;

    private final OriginalStore delegate;
    private final Duration limit;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, MAX_CALLS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), TimeLimitedOriginalStore::thread);

    /**
     * Decorates a store.
     *
     * @param delegate what keeps the originals
     * @param limit how long a call may take, positive. Keeping one original takes two calls
     * @throws IllegalArgumentException if the limit is not positive
     */
    public TimeLimitedOriginalStore(OriginalStore delegate, Duration limit) {
        this.delegate = Objects.requireNonNull(delegate, "delegate");
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("limit must be positive, but was " + limit);
        }
        this.limit = limit;
    }

    @Override
    public OriginalId put(String scope, String text) {
        return call(() -> delegate.put(scope, text));
    }

    @Override
    public Optional<String> find(String scope, String ref) {
        return call(() -> delegate.find(scope, ref));
    }

    @Override
    public List<OriginalId> putAll(String scope, List<String> texts) {
        return call(() -> delegate.putAll(scope, texts));
    }

    @Override
    public void renew(String scope, Collection<OriginalId> ids) {
        call(() -> {
            delegate.renew(scope, ids);
            return scope;
        });
    }

    @Override
    public void clear(String scope) {
        call(() -> {
            delegate.clear(scope);
            return scope;
        });
    }

    private <T> T call(Callable<T> call) {
        Future<T> answer;
        try {
            answer = threads.submit(call);
        } catch (RejectedExecutionException e) {
            throw new OriginalStoreException(
                    "the store has not answered " + MAX_CALLS + " calls, so it is not asked again", e);
        }
        try {
            return await(answer);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw new OriginalStoreException("the store did not answer within " + limit, e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    private <T> T await(Future<T> answer) throws ExecutionException, TimeoutException {
        long end = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What the store threw, as it threw it, since callers tell programming errors from failures. */
    private static RuntimeException unwrapped(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure
                ? failure
                : new OriginalStoreException("the store failed: " + cause, e);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "headroom-originals");
        thread.setDaemon(true);
        return thread;
    }
}
