package io.github.headroom4j.token;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Remembers counts, bounded by the characters of their texts and by their number. Texts leave in the order in which they came,
 * but one that was used meanwhile is spared once (the "second chance" of Corbató's clock), so that reading needs no order to be
 * kept, and no lock. Threads that remember at the same time may hold a text each beyond the bound for a moment.
 */
final class CachingTokenCounter implements TokenCounter {

    /** Each takes about 150 bytes beside its text, so all of them take at most about 20 MB, however short their texts are. */
    static final int MAX_TEXTS = 1 << 17;

    /** Other threads can use texts as fast as one spares them; then the next one goes all the same. */
    private static final int MAX_SPARED = 1 << 10;

    private static final class Counted {

        private final String text;
        private final int tokens;
        private volatile boolean used;

        Counted(String text, int tokens) {
            this.text = text;
            this.tokens = tokens;
        }
    }

    private final TokenCounter delegate;
    private final int maxChars;
    private final int minChars;
    private final Map<String, Counted> counts = new ConcurrentHashMap<>();
    private final Queue<Counted> oldestFirst = new ConcurrentLinkedQueue<>();
    private final AtomicLong heldChars = new AtomicLong();

    CachingTokenCounter(TokenCounter delegate, int maxChars) {
        this(delegate, maxChars, 0);
    }

    /** One that neither remembers nor looks up texts of fewer than {@code minChars} characters. */
    CachingTokenCounter(TokenCounter delegate, int maxChars, int minChars) {
        if (maxChars <= 0) {
            throw new IllegalArgumentException("maxChars must be positive, but was " + maxChars);
        }
        this.delegate = delegate;
        this.maxChars = maxChars;
        this.minChars = minChars;
    }

    @Override
    public int count(String text) {
        return count(text, () -> {});
    }

    @Override
    public int count(String text, Runnable checkpoint) {
        Counted known = lookUp(text);
        if (known != null) {
            return known.tokens;
        }
        int count = delegate.count(text, checkpoint);
        remember(text, count);
        return count;
    }

    @Override
    public void load() {
        delegate.load();
    }

    @Override
    public boolean countsAtMost(String text, int limit) {
        Counted known = lookUp(text);
        return known != null ? known.tokens <= limit : delegate.countsAtMost(text, limit);
    }

    /** How many counts it remembers now. */
    int size() {
        return counts.size();
    }

    /** How many characters their texts have. */
    long heldChars() {
        return heldChars.get();
    }

    private @Nullable Counted lookUp(String text) {
        Counted known = text.length() < minChars ? null : counts.get(text);
        // Writing what is there already would make the processors fetch it from each other.
        if (known != null && !known.used) {
            known.used = true;
        }
        return known;
    }

    private void remember(String text, int count) {
        if (text.length() > maxChars || text.length() < minChars) {
            return;
        }
        Counted counted = new Counted(text, count);
        if (counts.putIfAbsent(text, counted) == null) {
            oldestFirst.add(counted);
            heldChars.addAndGet(text.length());
            forgetBeyondBounds();
        }
    }

    private void forgetBeyondBounds() {
        int spared = 0;
        while (heldChars.get() > maxChars || counts.size() > MAX_TEXTS) {
            Counted eldest = oldestFirst.poll();
            if (eldest == null) {
                return; // others are forgetting what is left
            }
            if (eldest.used && spared < MAX_SPARED) {
                spared++;
                eldest.used = false;
                oldestFirst.add(eldest);
            } else {
                counts.remove(eldest.text, eldest);
                heldChars.addAndGet(-eldest.text.length());
            }
        }
    }
}
