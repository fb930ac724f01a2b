package io.github.headroom4j.compressor.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line told by what differs from another one: of {@code 10:00:04 ERROR [exec-7] shop.Errors: lock timeout}, beside the same
 * line of two seconds before and of another thread, {@code 10:00:04 ERROR [exec-7] …}. An ellipsis stands for the words of the
 * other line at its place, up to the word that follows it. Words are cut behind blanks, and in JSON behind commas, so nothing
 * that is a whole to a reader is cut in two.
 *
 * <p>Nothing is told so that can not be restored: what {@link #tell} returns, {@link #restore} has read back.
 */
final class Likeness {

    /** Stands for what is as in the other line. */
    static final String SAME = "…";

    /** Shorter pieces are not worth an ellipsis. Characters. */
    private static final int MIN_OMITTED = 8;

    private Likeness() {}

    /**
     * Cuts a line into words, each with the blanks behind it.
     *
     * @param line a line
     * @return its words; joined, they are the line
     */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < line.length(); i++) {
            if (isCut(line.charAt(i - 1), line.charAt(i))) {
                words.add(line.substring(start, i));
                start = i;
            }
        }
        if (start < line.length()) {
            words.add(line.substring(start));
        }
        return words;
    }

    private static boolean isCut(char before, char after) {
        return (isBlank(before) && !isBlank(after)) || (before == ',' && (after == '"' || after == '{'));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /**
     * Tells a line by what differs.
     *
     * @param line the words of a line
     * @param model those of the line that it is like
     * @return the line in fewer characters, empty if the two have too little in common
     */
    static Optional<String> tell(List<String> line, List<String> model) {
        StringBuilder told = new StringBuilder();
        for (int from = 0; from < line.size(); ) {
            int to = endOfSame(line, model, from);
            if (to == from) {
                told.append(line.get(from++));
                continue;
            }
            int resumed = resumed(line, model, from, to);
            if (length(line, from, resumed) >= MIN_OMITTED) {
                told.append(SAME);
                from = resumed;
            }
            told.append(String.join("", line.subList(from, to)));
            from = to;
        }
        return Optional.of(told.toString())
                .filter(text -> text.contains(SAME))
                .filter(text -> restore(text, model).equals(Optional.of(String.join("", line))));
    }

    /** Up to where words that are the same may be left out, so that what follows can be found again. */
    private static int resumed(List<String> line, List<String> model, int from, int to) {
        if (to == line.size() && line.size() == model.size()) {
            return to;
        }
        int resumed = to - 1;
        while (resumed > from && model.subList(from, to).indexOf(line.get(resumed)) < resumed - from) {
            resumed--;
        }
        return resumed;
    }

    private static int endOfSame(List<String> line, List<String> model, int from) {
        int to = from;
        while (to < Math.min(line.size(), model.size()) && line.get(to).equals(model.get(to))) {
            to++;
        }
        return to;
    }

    private static int length(List<String> words, int from, int to) {
        return words.subList(from, to).stream().mapToInt(String::length).sum();
    }

    /**
     * Reads what {@link #tell} returned.
     *
     * @param told a line with ellipses
     * @param model the words of the line that it is like
     * @return the line; empty if it can not have been told so
     */
    static Optional<String> restore(String told, List<String> model) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        int pieceStart = 0;
        while (pieceStart <= told.length()) {
            int mark = told.indexOf(SAME, pieceStart);
            int pieceEnd = mark < 0 ? told.length() : mark;
            List<String> piece = words(told.substring(pieceStart, pieceEnd));
            if (pieceStart > 0) {
                int next = piece.isEmpty() ? model.size() : indexFrom(model, at, piece.get(0));
                if (next < at) {
                    return Optional.empty();
                }
                line.append(String.join("", model.subList(at, next)));
                at = next;
            }
            line.append(told, pieceStart, pieceEnd);
            at = Math.min(model.size(), at + piece.size());
            pieceStart = mark < 0 ? told.length() + 1 : mark + SAME.length();
        }
        return Optional.of(line.toString());
    }

    private static int indexFrom(List<String> words, int from, String word) {
        int index = words.subList(from, words.size()).indexOf(word);
        return index < 0 ? -1 : from + index;
    }
}
