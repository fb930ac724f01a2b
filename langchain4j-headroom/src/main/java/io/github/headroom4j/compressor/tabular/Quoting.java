package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of a column are quoted. A cell that is not quoted as its column's others is kept as it was written: its
 * value then begins with a quote, which no other value does. It is the quoted cell itself, or a quote and the bare cell.
 */
enum Quoting {
    /** Cells that could not be read otherwise. */
    PLAIN('p') {
        @Override
        boolean quotes(String value, char delimiter) {
            return holdsSpecial(value, delimiter);
        }
    },
    /** Those, and cells with white space, apostrophes or characters beyond ASCII, as SQLite does. */
    CAREFUL('c') {
        @Override
        boolean quotes(String value, char delimiter) {
            return holdsSpecial(value, delimiter) || holdsOdd(value);
        }
    },
    /** All cells but numbers, truth values and words for their absence. */
    TEXTS('t') {
        @Override
        boolean quotes(String value, char delimiter) {
            return holdsSpecial(value, delimiter)
                    || !(Value.ofCharacters(value) instanceof Literal || BARE.contains(value));
        }
    },
    /** All cells. */
    ALL('a') {
        @Override
        boolean quotes(String value, char delimiter) {
            return true;
        }
    };

    private static final Set<String> BARE = Set.of("NA", "NULL", "TRUE", "FALSE", "True", "False", "NaN");
    private static final String QUOTED_EMPTY = "\"\"";

    private final char letter;

    Quoting(char letter) {
        this.letter = letter;
    }

    /** What stands for it among the words of a format. */
    char letter() {
        return letter;
    }

    static Quoting of(char letter) {
        for (Quoting quoting : values()) {
            if (quoting.letter == letter) {
                return quoting;
            }
        }
        throw new IllegalArgumentException("no quoting: " + letter);
    }

    /** Whether a value that is not empty is quoted. */
    abstract boolean quotes(String value, char delimiter);

    /** Whether a cell was written in this way. */
    boolean fits(String raw, String value, char delimiter) {
        return value.isEmpty() ? raw.equals(empty()) : raw.startsWith("\"") == quotes(value, delimiter);
    }

    /** What stands for a cell in the table: what it holds, if it was written in this way. */
    @Nullable
    Value read(String raw, @Nullable Value cell, char delimiter) {
        String value = Cells.characters(cell);
        if (value.isEmpty()) {
            return raw.equals(empty()) ? null : new Text("");
        }
        if (fits(raw, value, delimiter) && value.charAt(0) != '"') {
            return cell;
        }
        return new Text(raw.startsWith("\"") ? raw : "\"" + raw);
    }

    /** The cell for which a value stands. */
    String write(@Nullable Value cell, char delimiter) {
        if (cell == null) {
            return empty();
        }
        String value = Cells.characters(cell);
        if (value.isEmpty()) {
            return empty().isEmpty() ? QUOTED_EMPTY : "";
        }
        if (value.charAt(0) == '"') {
            return RawCells.isQuoted(value) ? value : value.substring(1);
        }
        return quotes(value, delimiter) ? RawCells.quote(value) : value;
    }

    /** How an empty cell is usually written. */
    private String empty() {
        return this == TEXTS || this == ALL ? QUOTED_EMPTY : "";
    }

    /** White space, apostrophes, or characters beyond ASCII. */
    private static boolean holdsOdd(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c == '\'' || c >= 127) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsSpecial(String value, char delimiter) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
