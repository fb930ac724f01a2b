package io.github.headroom4j.rag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a model said, so that it is asked once: the answers used last, up to a number of them. Thread-safe; threads that ask for
 * the same at the same time may both ask the model.
 */
final class Remembered<K, V> {

    private final Map<K, V> answers;

    /** Remembers at most so many answers. */
    Remembered(int most) {
        answers = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * The answers for keys, each different. What is not known is asked for in batches; what a batch brought is remembered even
     * if a later one fails.
     *
     * @param ask gives one answer per key, in order
     */
    Map<K, V> of(Collection<K> keys, int batch, Function<List<K>, List<V>> ask) {
        Map<K, V> found = new HashMap<>();
        List<K> missing = new ArrayList<>();
        synchronized (answers) {
            for (K key : keys) {
                V known = answers.get(key);
                if (known == null) {
                    missing.add(key);
                } else {
                    found.put(key, known);
                }
            }
        }
        for (int from = 0; from < missing.size(); from += batch) {
            List<K> some = missing.subList(from, Math.min(missing.size(), from + batch));
            List<V> said = ask.apply(some);
            synchronized (answers) {
                for (int i = 0; i < some.size(); i++) {
                    answers.put(some.get(i), said.get(i));
                    found.put(some.get(i), said.get(i));
                }
            }
        }
        return found;
    }
}
