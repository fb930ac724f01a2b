package io.github.headroom4j.eval.workload.codereview.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which identifiers stand in which texts. Pull requests of one project share nearly all of its files, so each text is read once.
 * Grows with the texts it is asked about; not thread-safe.
 */
public final class ProjectWords {

    private final Map<String, Set<String>> byText = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();

    /** Knows no text yet. */
    public ProjectWords() {}

    /** Whether a text holds an identifier as a whole word. */
    boolean has(String text, String word) {
        return byText.computeIfAbsent(text, this::read).contains(word);
    }

    private Set<String> read(String text) {
        Set<String> words = new HashSet<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isJavaIdentifierPart(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(known.computeIfAbsent(text.substring(start, i), word -> word));
                start = -1;
            }
        }
        return words;
    }
}
