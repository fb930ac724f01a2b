package io.github.headroom4j.eval.workload.codereview.change;

import java.util.Comparator;
import java.util.List;

/**
 * Replaces a part of a file. Immutable.
 *
 * @param path the file
 * @param at where the part begins, in characters
 * @param remove how many characters it has
 * @param insert what stands there instead
 */
public record Splice(String path, int at, int remove, String insert) {

    /**
     * Applies all splices of one file.
     *
     * @param text the file's text
     * @param splices any order, of any files; those of other files are ignored
     * @param path the file
     * @return the text with them
     * @throws IllegalArgumentException if two overlap or one lies outside the text
     */
    public static String apply(String text, List<Splice> splices, String path) {
        StringBuilder spliced = new StringBuilder();
        int done = 0;
        for (Splice splice : ofFile(splices, path)) {
            if (splice.at < done || splice.at + splice.remove > text.length()) {
                throw new IllegalArgumentException("overlapping or outside: " + splice);
            }
            spliced.append(text, done, splice.at).append(splice.insert);
            done = splice.at + splice.remove;
        }
        return spliced.append(text, done, text.length()).toString();
    }

    /**
     * Where a line of the original text stands once all splices are applied.
     *
     * @param text the original text
     * @param splices of any files
     * @param place file and line, from 1; a line inside of a splice gives the first line of what replaced it
     * @return the line, from 1
     */
    public static int line(String text, List<Splice> splices, Place place) {
        int line = place.line();
        for (Splice splice : ofFile(splices, place.path())) {
            int first = lineOf(text, splice.at);
            if (first >= place.line()) {
                break;
            }
            int removed = lineOf(text, splice.at + splice.remove) - first;
            int kept = Math.min(removed, place.line() - first);
            line += lineOf(splice.insert, splice.insert.length()) - 1 - kept;
        }
        return line;
    }

    private static List<Splice> ofFile(List<Splice> splices, String path) {
        return splices.stream()
                .filter(splice -> splice.path.equals(path))
                .sorted(Comparator.comparingInt(Splice::at))
                .toList();
    }

    private static int lineOf(String text, int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }
}
