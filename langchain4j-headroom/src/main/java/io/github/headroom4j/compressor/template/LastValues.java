package io.github.headroom4j.compressor.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last value of each column, by {@link RowTemplate#memoryKey}. A template's keys are made once, not for each of its rows.
 * Not thread-safe.
 */
final class LastValues {

    private final Map<String, Integer> placeOfKey = new HashMap<>();
    private final Map<String, int[]> placesOfTemplate = new HashMap<>();
    private final List<@Nullable String> values = new ArrayList<>();

    /** The places of a template's columns. */
    int[] places(String name, RowTemplate template) {
        int[] places = placesOfTemplate.get(name);
        if (places == null) {
            places = new int[template.columns().size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = place(template.memoryKey(i, name));
            }
            placesOfTemplate.put(name, places);
        }
        return places;
    }

    private int place(String key) {
        Integer known = placeOfKey.putIfAbsent(key, values.size());
        if (known == null) {
            values.add(null);
            return values.size() - 1;
        }
        return known;
    }

    @Nullable
    String get(int place) {
        return values.get(place);
    }

    /** Remembers a value, and gives the one before it. */
    @Nullable
    String put(int place, String value) {
        return values.set(place, value);
    }
}
