package io.github.headroom4j.original;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Originals on the heap, bounded by bytes. Thread-safe without a lock that scopes share: finding waits for
 * nobody, and putting at most for another put or clear of the same scope. Texts are deflated and hashed outside of that.
 *
 * <p>A full store refuses new originals, so that no marker already shown to a model ever dangles: compression then leaves
 * nothing out and says {@code NOT_KEPT}. Whoever wants the space back {@linkplain #clear clears} a scope. Originals do
 * not survive the process: a chat memory that does needs a durable store.
 */
public final class InMemoryOriginalStore implements OriginalStore {

    /** 256 MiB of deflated text: tens of thousands of large tool results, a small part of a server's heap. */
    public static final long DEFAULT_MAX_BYTES = 256L << 20;

    /** What the maps, keys and objects of one original take beside its text. */
    private static final int OVERHEAD_BYTES = 320;

    private static final class Kept {

        private final OriginalId id;
        private final byte[] encoded;

        Kept(OriginalId id, byte[] encoded) {
            this.id = id;
            this.encoded = encoded;
        }

        long bytes() {
            return (long) encoded.length + OVERHEAD_BYTES;
        }
    }

    private final long maxBytes;
    private final BiFunction<String, Runnable, OriginalId> identify;

    /** By scope and short form. The inner maps change within a computation of the outer one alone, and are never empty. */
    private final Map<String, Map<String, Kept>> scopes = new ConcurrentHashMap<>();

    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger count = new AtomicInteger();

    /** A store of {@link #DEFAULT_MAX_BYTES}. */
    public InMemoryOriginalStore() {
        this(DEFAULT_MAX_BYTES);
    }

    /**
     * A bounded store.
     *
     * @param maxBytes how many bytes to hold, deflated texts and their administration, positive
     * @throws IllegalArgumentException if {@code maxBytes} is not positive
     */
    public InMemoryOriginalStore(long maxBytes) {
        this(OriginalId::of, maxBytes);
    }

    /** For tests: with a hash that collides. */
    InMemoryOriginalStore(long maxBytes, Function<String, OriginalId> identify) {
        this((text, checkpoint) -> identify.apply(text), maxBytes);
    }

    private InMemoryOriginalStore(BiFunction<String, Runnable, OriginalId> identify, long maxBytes) {
        if (maxBytes <= 0) {
            throw new IllegalArgumentException("maxBytes must be positive, but was " + maxBytes);
        }
        this.maxBytes = maxBytes;
        this.identify = identify;
    }

    @Override
    public OriginalId put(String scope, String text) {
        return put(scope, text, () -> {});
    }

    @Override
    public OriginalId put(String scope, String text, Runnable checkpoint) {
        requireScope(scope);
        OriginalId id = identify.apply(text, checkpoint);
        if (!holds(lookUp(scope, id.sha256()), id)) {
            keep(scope, new Kept(id, OriginalCodec.encode(text, checkpoint)));
        }
        return id;
    }

    /** Without hashing it: what is on the heap stays as it is once it was decoded and compared. */
    @Override
    public void keep(String scope, String text, OriginalId id, Runnable checkpoint) {
        requireScope(scope);
        Kept held = lookUp(scope, id.sha256());
        Kept kept = held != null && holds(held, id) ? held : new Kept(id, OriginalCodec.encode(text, checkpoint));
        if (!OriginalCodec.decode(kept.encoded, checkpoint).equals(text)) {
            throw OriginalStoreException.notAsItWasPut(id);
        }
        keep(scope, kept);
    }

    private static void requireScope(String scope) {
        if (scope.isBlank()) {
            throw new IllegalArgumentException("scope must not be blank, but was '" + scope + "'");
        }
    }

    @Override
    public Optional<String> find(String scope, String ref) {
        return find(scope, ref, () -> {});
    }

    @Override
    public Optional<String> find(String scope, String ref, Runnable checkpoint) {
        Kept kept = ref.length() < OriginalId.SHORT_LENGTH ? null : lookUp(scope, ref);
        // The short form only leads to a candidate: it must begin the full id, and the text must still have that id.
        if (kept == null || !kept.id.sha256().startsWith(ref)) {
            return Optional.empty();
        }
        String text = OriginalCodec.decode(kept.encoded, checkpoint);
        if (!identify.apply(text, checkpoint).equals(kept.id)) {
            throw new OriginalStoreException("the original " + ref + " no longer matches its hash");
        }
        return Optional.of(text);
    }

    @Override
    public void clear(String scope) {
        Map<String, Kept> cleared = scopes.remove(scope);
        if (cleared != null) {
            bytes.addAndGet(-cleared.values().stream().mapToLong(Kept::bytes).sum());
            count.addAndGet(-cleared.size());
        }
    }

    /**
     * How many bytes are held now.
     *
     * @return deflated texts and their administration, at most what the constructor was given
     */
    public long bytes() {
        return bytes.get();
    }

    /**
     * How many originals are held now.
     *
     * @return over all scopes
     */
    public int count() {
        return count.get();
    }

    private @Nullable Kept lookUp(String scope, String ref) {
        return scopes.getOrDefault(scope, Map.of()).get(ref.substring(0, OriginalId.SHORT_LENGTH));
    }

    private static boolean holds(@Nullable Kept kept, OriginalId id) {
        if (kept != null && !kept.id.equals(id)) {
            throw new OriginalStoreException("the short form " + id.shortForm() + " already names " + kept.id
                    + " in this scope, so " + id + " cannot be kept");
        }
        return kept != null;
    }

    private void keep(String scope, Kept kept) {
        scopes.compute(scope, (name, others) -> {
            Map<String, Kept> ofScope = others == null ? new ConcurrentHashMap<>() : others;
            // Again, since another thread may have been faster.
            if (!holds(ofScope.get(kept.id.shortForm()), kept.id)) {
                reserve(kept.bytes());
                ofScope.put(kept.id.shortForm(), kept);
                count.incrementAndGet();
            }
            return ofScope;
        });
    }

    private void reserve(long more) {
        long held = bytes.get();
        while (held + more <= maxBytes) {
            long seen = bytes.compareAndExchange(held, held + more);
            if (seen == held) {
                return;
            }
            held = seen;
        }
        throw new OriginalStoreException("the store is full: it holds " + held + " of " + maxBytes
                + " bytes and cannot take " + more + " more; clear a scope or give it more room");
    }
}
