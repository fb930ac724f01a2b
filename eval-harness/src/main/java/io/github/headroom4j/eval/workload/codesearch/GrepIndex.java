package io.github.headroom4j.eval.workload.codesearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
    private final List<Occurrences> occurrences;
    /** All identifiers in lower case, each between line feeds: one long text is searched faster than many short ones. */
    private final String identifiers;

    private final int[] starts;

    GrepIndex(List<ShownFile> files) {
        this.files = List.copyOf(files);
        Map<String, Occurrences> table = new TreeMap<>();
        for (int i = 0; i < files.size(); i++) {
            for (String line : files.get(i).lines()) {
                addLine(table, i, line);
            }
        }
        this.occurrences = List.copyOf(table.values());
        this.identifiers = "\n" + String.join("\n", table.keySet()) + "\n";
        this.starts = starts(table.keySet());
    }

    /** About how many lines hold the word: a line counts once for each different identifier around the word. */
    int lines(String word) {
        return around(word.toLowerCase(Locale.ROOT)).stream()
                .mapToInt(found -> found.lines)
                .sum();
    }

    /** The lines that hold any of the words, as {@code path:line:text}, by path and line. */
    List<String> grep(List<String> words, int maxMatches) {
        List<String> lower =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        BitSet candidates = new BitSet();
        lower.forEach(word -> around(word).forEach(found -> candidates.or(found.files)));
        List<String> matches = new ArrayList<>();
        for (int i = candidates.nextSetBit(0);
                i >= 0 && matches.size() < maxMatches;
                i = candidates.nextSetBit(i + 1)) {
            grepFile(files.get(i), lower, maxMatches, matches);
        }
        return matches;
    }

    /** The identifiers that hold a word of identifier characters. */
    private List<Occurrences> around(String word) {
        List<Occurrences> around = new ArrayList<>();
        int at = identifiers.indexOf(word);
        while (at >= 0) {
            int exact = Arrays.binarySearch(starts, at);
            around.add(occurrences.get(exact >= 0 ? exact : -exact - 2));
            at = identifiers.indexOf(word, identifiers.indexOf('\n', at));
        }
        return around;
    }

    private static int[] starts(Collection<String> identifiers) {
        int[] starts = new int[identifiers.size()];
        int next = 1;
        int i = 0;
        for (String identifier : identifiers) {
            starts[i++] = next;
            next += identifier.length() + 1;
        }
        return starts;
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

    private static void addLine(Map<String, Occurrences> table, int file, String line) {
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
            Occurrences found = table.computeIfAbsent(identifier, key -> new Occurrences());
            found.files.set(file);
            found.lines++;
        }
    }
}
