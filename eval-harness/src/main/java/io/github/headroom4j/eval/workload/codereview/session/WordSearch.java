package io.github.headroom4j.eval.workload.codereview.session;

import io.github.headroom4j.eval.workload.codereview.change.SourceTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds whole words in a source tree, as {@code grep -rnw} does. For one thread. */
final class WordSearch {

    /** What a search prints of a line; the rest is cut, as search tools do. */
    private static final int MAX_LINE = 240;

    private final SourceTree tree;
    private final ProjectWords words;
    private final Map<String, Map<String, NavigableSet<Integer>>> found = new LinkedHashMap<>();
    private final Map<String, String> texts = new TreeMap<>();

    WordSearch(SourceTree tree, ProjectWords words) {
        this.tree = tree;
        this.words = words;
    }

    /** How many lines hold the word. */
    int lines(String word) {
        return starts(word).values().stream().mapToInt(NavigableSet::size).sum();
    }

    /** The lines that hold any of the words, as {@code path:line:text}, by path and line. */
    String search(Collection<String> words) {
        Map<String, NavigableSet<Integer>> all = new TreeMap<>();
        words.forEach(word -> starts(word)
                .forEach((path, starts) ->
                        all.computeIfAbsent(path, any -> new TreeSet<>()).addAll(starts)));
        List<String> lines = new ArrayList<>();
        all.forEach((path, starts) -> {
            String text = text(path);
            int number = 1;
            int at = 0;
            for (int start : starts) {
                for (; at < start; at++) {
                    number += text.charAt(at) == '\n' ? 1 : 0;
                }
                lines.add(path + ":" + number + ":" + line(text, start));
            }
        });
        return String.join("\n", lines);
    }

    private static String line(String text, int start) {
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end);
        String plain = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        return plain.length() > MAX_LINE ? plain.substring(0, MAX_LINE) : plain;
    }

    private Map<String, NavigableSet<Integer>> starts(String word) {
        return found.computeIfAbsent(word, this::find);
    }

    private Map<String, NavigableSet<Integer>> find(String word) {
        Map<String, NavigableSet<Integer>> places = new TreeMap<>();
        for (String path : tree.paths()) {
            String text = text(path);
            boolean there = words.has(text, word);
            for (int at = there ? text.indexOf(word) : -1; at >= 0; at = text.indexOf(word, at + word.length())) {
                if (isWord(text, at, at + word.length())) {
                    places.computeIfAbsent(path, any -> new TreeSet<>()).add(text.lastIndexOf('\n', at) + 1);
                }
            }
        }
        return places;
    }

    private String text(String path) {
        return texts.computeIfAbsent(path, tree::text);
    }

    private static boolean isWord(String text, int start, int end) {
        return (start == 0 || !Character.isJavaIdentifierPart(text.charAt(start - 1)))
                && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
    }
}
