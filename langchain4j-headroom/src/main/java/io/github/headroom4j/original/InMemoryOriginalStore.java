package io.github.headroom4j.original;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Originals on the heap, bounded by bytes. Thread-safe. A full store refuses new originals, so that no marker already
 * shown to a model ever dangles; whoever wants the space back clears a scope.
 */
public final class InMemoryOriginalStore implements OriginalStore {

    /** 256 MiB of characters: thousands of large tool results, a small part of a server's heap. */
    public static final long DEFAULT_MAX_BYTES = 256L << 20;

    private record Key(String scope, String ref) {}

    private final long maxBytes;
    private final Map<Key, String> originals = new LinkedHashMap<>();
    private long bytes;

    /** A store of {@link #DEFAULT_MAX_BYTES}. */
    public InMemoryOriginalStore() {
        this(DEFAULT_MAX_BYTES);
    }

    /**
     * A bounded store.
     *
     * @param maxBytes how many bytes of text to hold, two per character, positive
     * @throws IllegalArgumentException if {@code maxBytes} is not positive
     */
    public InMemoryOriginalStore(long maxBytes) {
        if (maxBytes <= 0) {
            throw new IllegalArgumentException("maxBytes must be positive, but was " + maxBytes);
        }
        this.maxBytes = maxBytes;
    }

    @Override
    public OriginalId put(String scope, String text) {
        OriginalId id = OriginalId.of(text);
        synchronized (originals) {
            Key key = new Key(scope, id.shortForm());
            if (!originals.containsKey(key)) {
                long size = 2L * text.length();
                if (bytes + size > maxBytes) {
                    throw new OriginalStoreException("the store is full: " + bytes + " of " + maxBytes + " bytes");
                }
                originals.put(key, text);
                bytes += size;
            }
        }
        return id;
    }

    @Override
    public Optional<String> find(String scope, String ref) {
        String shortForm = ref.length() > OriginalId.SHORT_LENGTH ? ref.substring(0, OriginalId.SHORT_LENGTH) : ref;
        synchronized (originals) {
            return Optional.ofNullable(originals.get(new Key(scope, shortForm)));
        }
    }
}
