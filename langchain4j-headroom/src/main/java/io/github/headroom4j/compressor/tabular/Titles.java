package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Literal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells whether the first record of a table names its columns. */
final class Titles {

    /** Longest title of a column; longer cells are text. */
    private static final int MAX_LENGTH = 64;

    private Titles() {}

    static boolean isTitled(Records records, int width) {
        List<String> first = records.values(0);
        Set<String> seen = new HashSet<>();
        int empty = 0;
        for (String title : first) {
            empty += title.isBlank() ? 1 : 0;
            if (title.length() > MAX_LENGTH || isValue(title)) {
                return false;
            }
            seen.add(title);
        }
        // One column without a title is usual, that of row names.
        return first.size() * 2 >= width && empty <= Math.max(1, width / 4) && seen.size() * 2 > first.size();
    }

    /** A number, a date, a position or the like, which names no column. */
    private static boolean isValue(String title) {
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < title.length(); i++) {
            digits += Character.isDigit(title.charAt(i)) ? 1 : 0;
            letters += Character.isLetter(title.charAt(i)) ? 1 : 0;
        }
        return digits > letters || Value.ofCharacters(title) instanceof Literal || title.indexOf('\n') >= 0;
    }
}
