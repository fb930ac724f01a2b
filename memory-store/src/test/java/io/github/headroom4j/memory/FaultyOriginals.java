package io.github.headroom4j.memory;

import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A store of originals that fails in one of the ways in which stores do, until it is told not to. Thread-safe. */
final class FaultyOriginals implements OriginalStore {

    enum Fault {
        NONE,
        /** The database is down. */
        PUT_THROWS,
        /** It went down between the writing and the reading back. */
        FIND_THROWS,
        /** It lost what it said that it had written. */
        FIND_IS_EMPTY,
        /** It damaged what it had written. */
        FIND_RETURNS_OTHER,
        /** A driver is missing, or memory. */
        PUT_THROWS_ERROR,
        /** It was written, but the answer never came. */
        PUT_THROWS_AFTER_WRITING,
        /** Never answers, until released. */
        PUT_HANGS,
        FIND_HANGS,
        /** Only every third put fails. */
        EVERY_THIRD_PUT_THROWS
    }

    private final OriginalStore delegate;
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Fault fault = Fault.NONE;
    private int puts;

    FaultyOriginals(OriginalStore delegate) {
        this.delegate = delegate;
    }

    void next(Fault newFault) {
        fault = newFault;
    }

    /** Lets go what hangs, for good. */
    void release() {
        released.countDown();
    }

    @Override
    public OriginalId put(String scope, String text) {
        switch (fault) {
            case PUT_THROWS -> throw new OriginalStoreException("the store is down");
            case PUT_THROWS_ERROR -> throw new NoClassDefFoundError("org/example/Driver");
            case PUT_THROWS_AFTER_WRITING -> {
                delegate.put(scope, text);
                throw new OriginalStoreException("no answer");
            }
            case PUT_HANGS -> hang();
            case EVERY_THIRD_PUT_THROWS -> failThird();
            default -> {
                // Works.
            }
        }
        return delegate.put(scope, text);
    }

    private synchronized void failThird() {
        if (++puts % 3 == 0) {
            throw new OriginalStoreException("the store is down now and then");
        }
    }

    @Override
    public Optional<String> find(String scope, String ref) {
        return switch (fault) {
            case FIND_THROWS -> throw new OriginalStoreException("the store is down");
            case FIND_IS_EMPTY -> Optional.empty();
            case FIND_RETURNS_OTHER -> delegate.find(scope, ref).map(text -> text + " ");
            case FIND_HANGS -> {
                hang();
                yield delegate.find(scope, ref);
            }
            default -> delegate.find(scope, ref);
        };
    }

    @Override
    public void clear(String scope) {
        delegate.clear(scope);
    }

    private void hang() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OriginalStoreException("interrupted while waiting for the store", e);
        }
    }
}
