package io.github.headroom4j.eval.workload.codesearch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Case-insensitive substring search over the lines of a library, as {@code grep -i} does it for plain words. A table
 * from identifier to files keeps it from reading the whole library for each word.
 */
final class GrepIndex {

    private static final class Occurrences {
        private final BitSet files = new BitSet();
        private int lines;
    }

    private final List<ShownFile> files;
    private final Map<String, Occurrences> identifiers = new HashMap<>();

    GrepIndex(List<ShownFile> files) {
        this.files = List.copyOf(files);
        for (int i = 0; i < files.size(); i++) {
            for (String line : files.get(i).lines()) {
                addLine(i, line);
            }
        }
    }

    /** About how many lines hold the word: a line counts once for each different identifier around the word. */
    int lines(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int lines = 0;
        for (Map.Entry<String, Occurrences> entry : identifiers.entrySet()) {
            if (entry.getKey().contains(lower)) {
                lines += entry.getValue().lines;
            }
        }
        return lines;
    }

    /** The lines that hold any of the words, as {@code path:line:text}, by path and line. */
    List<String> grep(List<String> words, int maxMatches) {
        List<String> lower =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        BitSet candidates = new BitSet();
        identifiers.forEach((identifier, found) -> {
            if (lower.stream().anyMatch(identifier::contains)) {
                candidates.or(found.files);
            }
        });
        List<String> matches = new ArrayList<>();
        for (int i = candidates.nextSetBit(0);
                i >= 0 && matches.size() < maxMatches;
                i = candidates.nextSetBit(i + 1)) {
            grepFile(files.get(i), lower, maxMatches, matches);
        }
        return matches;
    }

    private static void grepFile(ShownFile file, List<String> words, int maxMatches, List<String> matches) {
        for (int i = 0; i < file.lines().size() && matches.size() < maxMatches; i++) {
            String line = file.lines().get(i);
            String lower = line.toLowerCase(Locale.ROOT);
            if (words.stream().anyMatch(lower::contains)) {
                matches.add(file.path() + ":" + (i + 1) + ":" + line);
            }
        }
    }

    private void addLine(int file, String line) {
        Set<String> seen = new HashSet<>();
        String lower = line.toLowerCase(Locale.ROOT);
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean inside = i < lower.length() && Character.isJavaIdentifierPart(lower.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                seen.add(lower.substring(start, i));
                start = -1;
            }
        }
        for (String identifier : seen) {
            Occurrences found = identifiers.computeIfAbsent(identifier, key -> new Occurrences());
            found.files.set(file);
            found.lines++;
        }
    }
}
