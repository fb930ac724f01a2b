package io.github.headroom4j.token;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Least-recently-used cache of counts, bounded by the characters it holds. The delegate counts outside the lock. */
final class CachingTokenCounter implements TokenCounter {

    private final TokenCounter delegate;
    private final int maxChars;
    private final Map<String, Integer> counts = new LinkedHashMap<>(16, 0.75f, true);
    private long heldChars;

    CachingTokenCounter(TokenCounter delegate, int maxChars) {
        if (maxChars <= 0) {
            throw new IllegalArgumentException("maxChars must be positive, but was " + maxChars);
        }
        this.delegate = delegate;
        this.maxChars = maxChars;
    }

    @Override
    public int count(String text) {
        return count(text, () -> {});
    }

    @Override
    public int count(String text, Runnable checkpoint) {
        Integer known = lookUp(text);
        if (known != null) {
            return known;
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
        Integer known = lookUp(text);
        return known != null ? known <= limit : delegate.countsAtMost(text, limit);
    }

    private @Nullable Integer lookUp(String text) {
        synchronized (counts) {
            return counts.get(text);
        }
    }

    private void remember(String text, int count) {
        if (text.length() > maxChars) {
            return;
        }
        synchronized (counts) {
            if (counts.put(text, count) == null) {
                heldChars += text.length();
            }
            var eldest = counts.keySet().iterator();
            while (heldChars > maxChars) {
                heldChars -= eldest.next().length();
                eldest.remove();
            }
        }
    }
}
