package io.github.headroom4j.memory;

import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was in the messages that an epoch folds, in a few lines. Entries keep the order in which they were added. Not thread-safe. */
final class Ledger {

    /** Few enough that a dozen epochs stay a small part of any budget. */
    static final int MAX_TOKENS = 300;

    private static final String OPENING = "[of what is left out up to here]";
    private static final String SEPARATOR = " | ";
    private static final Pattern BETWEEN = Pattern.compile(SEPARATOR, Pattern.LITERAL);

    /** What entries are about, with how they are called, how many of the last are kept, and how long each may be. */
    enum Topic {
        READ("files read", 20, 120),
        WRITTEN("files written", 20, 120),
        DECISIONS("the user said", 6, 160),
        ERRORS("errors seen", 8, 160),
        NAMES("identifiers", 15, 64),
        SUMMARY("summary", 1, 1_200);

        private final String label;
        private final int entries;
        private final int chars;

        Topic(String label, int entries, int chars) {
            this.label = label;
            this.entries = entries;
            this.chars = chars;
        }

        private String opening() {
            return label + ": ";
        }
    }

    private final Map<Topic, Set<String>> entries = new EnumMap<>(Topic.class);

    /** Adds an entry; a repeated one counts as new. Ends of what is too long are left out, at a blank. */
    void add(Topic topic, String entry) {
        String line = OriginalMarker.escapeLookAlikes(
                entry.replaceAll("\\s+", " ").replace(SEPARATOR, " / ").strip());
        if (line.isEmpty() || (line.length() > topic.chars && line.lastIndexOf(' ', topic.chars) <= 0)) {
            return;
        }
        String shown =
                line.length() <= topic.chars ? line : line.substring(0, line.lastIndexOf(' ', topic.chars)) + " …";
        Set<String> known = entries.computeIfAbsent(topic, any -> new LinkedHashSet<>());
        known.remove(shown);
        known.add(shown);
        if (known.size() > topic.entries) {
            known.remove(known.iterator().next());
        }
    }

    /** Adds all entries of a ledger that was printed before. */
    void addAll(String printed) {
        printed.lines().forEach(line -> {
            for (Topic topic : Topic.values()) {
                if (line.startsWith(topic.opening())) {
                    BETWEEN.splitAsStream(line.substring(topic.opening().length()))
                            .forEach(entry -> add(topic, entry));
                }
            }
        });
    }

    /** A line for each topic; what does not fit is left out, oldest entries of the longest topic first. Empty if there are none. */
    String print(TokenCounter counter) {
        Map<Topic, List<String>> shown = new EnumMap<>(Topic.class);
        entries.forEach((topic, known) -> shown.put(topic, new ArrayList<>(known)));
        String text = print(shown);
        while (!counter.countsAtMost(text, MAX_TOKENS)) {
            shown.values().stream()
                    .max(Comparator.comparingInt(Ledger::chars))
                    .orElseThrow()
                    .remove(0);
            shown.values().removeIf(List::isEmpty);
            text = print(shown);
        }
        return text;
    }

    private static int chars(List<String> entries) {
        return entries.stream().mapToInt(String::length).sum();
    }

    private static String print(Map<Topic, List<String>> shown) {
        if (shown.isEmpty()) {
            return "";
        }
        return shown.entrySet().stream()
                .map(topic -> topic.getKey().opening() + String.join(SEPARATOR, topic.getValue()) + "\n")
                .collect(Collectors.joining("", OPENING + "\n", ""));
    }
}
