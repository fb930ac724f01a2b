package io.github.headroom4j.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns made of the words at the beginnings of lines: as many as are of the same kind in nearly all lines, and as what
 * follows on them. Where two columns of mere letters would follow each other, text begins, which stays whole. Immutable.
 */
final class WordColumns implements LineColumns {

    /** Fewer lines are alike by chance. */
    private static final int MIN_ROWS = 12;

    private static final int MAX_COLUMNS = 12;

    /** Share of the lines that must have a word of the usual kind at a place. */
    private static final double NEARLY_ALL = 0.8;

    /** What a word is made of. */
    private enum Kind {
        /** Letters alone, or with a mark of a sentence behind them. */
        LETTERS,
        /** Digits or signs among letters: numbers, names, paths, versions, hashes. */
        VALUE,
        /** Neither letters nor digits. */
        SIGNS
    }

    private final int count;

    private WordColumns(int count) {
        this.count = count;
    }

    static Optional<LineColumns> of(List<String> rows) {
        if (rows.size() < MIN_ROWS) {
            return Optional.empty();
        }
        List<Map<Kind, Integer>> counts = new ArrayList<>();
        for (String row : rows) {
            if (row.indexOf('\t') >= 0) {
                return Optional.empty();
            }
            count(row.strip(), counts);
        }
        return upToText(kinds(counts, rows.size()));
    }

    /** Counts the kinds of the leading words. */
    private static void count(String row, List<Map<Kind, Integer>> counts) {
        int start = 0;
        for (int i = 0; i < MAX_COLUMNS && start <= row.length(); i++) {
            if (i == counts.size()) {
                counts.add(new EnumMap<>(Kind.class));
            }
            int blank = row.indexOf(' ', start);
            int end = blank < 0 ? row.length() : blank;
            counts.get(i).merge(kind(row, start, end), 1, Integer::sum);
            start = end + Math.max(1, Ascii.blanks(row, end));
        }
    }

    /** The kinds of the leading words as long as lines agree on them. */
    private static List<Kind> kinds(List<Map<Kind, Integer>> counts, int rows) {
        List<Kind> kinds = new ArrayList<>();
        for (Map<Kind, Integer> count : counts) {
            Map.Entry<Kind, Integer> usual = Collections.max(count.entrySet(), Map.Entry.comparingByValue());
            if (usual.getValue() < rows * NEARLY_ALL) {
                break;
            }
            kinds.add(usual.getKey());
        }
        return kinds;
    }

    private static Optional<LineColumns> upToText(List<Kind> kinds) {
        int count = kinds.size();
        for (int i = 0; i + 1 < kinds.size(); i++) {
            if (kinds.get(i) == Kind.LETTERS && kinds.get(i + 1) == Kind.LETTERS) {
                count = i + 1;
                break;
            }
        }
        boolean values = kinds.subList(0, count).contains(Kind.VALUE);
        return values && count >= 2 ? Optional.of(new WordColumns(count)) : Optional.empty();
    }

    private static Kind kind(String row, int start, int end) {
        int letters = 0;
        int digits = 0;
        for (int i = start; i < end; i++) {
            letters += Character.isLetter(row.charAt(i)) ? 1 : 0;
            digits += Character.isDigit(row.charAt(i)) ? 1 : 0;
        }
        if (letters + digits == 0) {
            return Kind.SIGNS;
        }
        int length = end - start;
        boolean marked = length == letters + 1 && ".,;:!?\"')".indexOf(row.charAt(end - 1)) >= 0;
        return letters == length || marked ? Kind.LETTERS : Kind.VALUE;
    }

    @Override
    public List<String> titles() {
        return Collections.nCopies(count, "");
    }

    @Override
    public Optional<List<String>> cells(String row) {
        List<String> cells = List.of(row.strip().split(" +", count));
        return cells.size() == count ? Optional.of(cells) : Optional.empty();
    }
}
