package io.github.headroom4j.memory;

import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import io.github.headroom4j.resilience.CircuitBreaker;
import io.github.headroom4j.resilience.CircuitOpenException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A store of originals that is not called while it fails. Once several calls in a row have failed, further ones fail at once for
 * a while, so that nothing is left out of texts meanwhile and no agent waits; then single calls try whether the store is
 * there again, see {@link CircuitBreaker}.
 *
 * <p>Writing and reading have a breaker each: a store that is full refuses originals, but those that it has can be read. An
 * original that is not there, and an argument that is refused, are no failures.
 *
 * <pre>{@code
 * OriginalStore limited = new TimeLimitedOriginalStore(new JdbcOriginalStore(dataSource), Duration.ofSeconds(1));
 * OriginalStore originals = CircuitBreakingOriginalStore.of(
 *         limited, breaker -> breaker.failures(3).listener(change -> metrics.count(change.breaker(), change.to())));
 * }</pre>
 *
 * <p>It decorates a {@link TimeLimitedOriginalStore} rather than being decorated by one, so that calls which hang count as
 * failures. Thread-safe if the decorated store is; holds no lock while the store is called.
 */
public final class CircuitBreakingOriginalStore implements OriginalStore {

    private final OriginalStore delegate;
    private final CircuitBreaker writing;
    private final CircuitBreaker reading;

    private CircuitBreakingOriginalStore(OriginalStore delegate, UnaryOperator<CircuitBreaker.Builder> rules) {
        this.delegate = Objects.requireNonNull(delegate, "delegate");
        writing = breaker("The writing of originals", rules);
        reading = breaker("The reading of originals", rules);
    }

    private static CircuitBreaker breaker(String name, UnaryOperator<CircuitBreaker.Builder> rules) {
        return rules.apply(CircuitBreaker.builder(name).failureIf(CircuitBreakingOriginalStore::isFailure))
                .build();
    }

    /** Wrong arguments tell nothing of the store. */
    private static boolean isFailure(Throwable e) {
        return !(e instanceof IllegalArgumentException || e instanceof NullPointerException);
    }

    /**
     * Decorates a store with the defaults of {@link CircuitBreaker.Builder}.
     *
     * @param delegate what keeps the originals
     * @return a new store
     */
    public static CircuitBreakingOriginalStore of(OriginalStore delegate) {
        return of(delegate, UnaryOperator.identity());
    }

    /**
     * Decorates a store.
     *
     * @param delegate what keeps the originals
     * @param rules changes the defaults; applied to the breaker of writing, then to that of reading
     * @return a new store
     */
    public static CircuitBreakingOriginalStore of(OriginalStore delegate, UnaryOperator<CircuitBreaker.Builder> rules) {
        return new CircuitBreakingOriginalStore(delegate, rules);
    }

    @Override
    public OriginalId put(String scope, String text) {
        return call(writing, () -> delegate.put(scope, text));
    }

    @Override
    public List<OriginalId> putAll(String scope, List<String> texts) {
        return call(writing, () -> delegate.putAll(scope, texts));
    }

    @Override
    public Optional<String> find(String scope, String ref) {
        return call(reading, () -> delegate.find(scope, ref));
    }

    @Override
    public void renew(String scope, Collection<OriginalId> ids) {
        call(writing, () -> {
            delegate.renew(scope, ids);
            return scope;
        });
    }

    @Override
    public void clear(String scope) {
        call(writing, () -> {
            delegate.clear(scope);
            return scope;
        });
    }

    private static <T> T call(CircuitBreaker breaker, Supplier<T> call) {
        try {
            return breaker.call(call);
        } catch (CircuitOpenException e) {
            throw new OriginalStoreException("the store is not asked: " + e.getMessage(), e);
        }
    }
}
