package io.github.headroom4j.compressor.tabular;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The words of a format: its kind, then flags and settings such as {@code crlf} and {@code quotes=a}. */
final class Words {

    private final String kind;
    private final Map<String, String> settings = new HashMap<>();

    Words(String words) {
        String[] all = words.split(" ", -1);
        kind = all[0];
        for (int i = 1; i < all.length; i++) {
            int equals = all[i].indexOf('=');
            String name = equals < 0 ? all[i] : all[i].substring(0, equals);
            settings.put(name, equals < 0 ? "" : all[i].substring(equals + 1));
        }
    }

    /** These words and others, the first of which is blank. */
    Words with(String others) {
        Words both = new Words(others);
        both.settings.putAll(settings);
        return both;
    }

    String kind() {
        return kind;
    }

    boolean has(String flag) {
        return settings.containsKey(flag);
    }

    String get(String name, String otherwise) {
        return settings.getOrDefault(name, otherwise);
    }

    /** A number that is not negative. */
    int number(String name, int otherwise) {
        String number = settings.get(name);
        int value = number == null ? otherwise : Integer.parseInt(number);
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative, but was " + value);
        }
        return value;
    }

    /** Fails if there are settings of other names. */
    void allow(Set<String> names) {
        if (!names.containsAll(settings.keySet())) {
            throw new IllegalArgumentException("unknown settings: " + settings.keySet());
        }
    }
}
