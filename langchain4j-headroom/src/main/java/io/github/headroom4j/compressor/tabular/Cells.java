package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the cells and titles of tables have in common. */
final class Cells {

    /** Separates a title that came before from its number. */
    private static final char COPY = '·';

    /** Begins the name of a column that has no title. */
    private static final char UNTITLED = '+';

    private Cells() {}

    /** The characters of a scalar; of anything else none, since no cell is that. */
    static String characters(@Nullable Value cell) {
        if (cell instanceof Text text) {
            return text.text();
        }
        return cell instanceof Literal literal ? literal.lexeme() : "";
    }

    /** A cell whose emptiness says nothing. */
    static @Nullable Value plain(String characters) {
        return characters.isEmpty() ? null : Value.ofCharacters(characters);
    }

    /** Names for columns: their titles, told apart where they are equal, and numbers for columns without. */
    static List<String> names(List<String> titles, int columns) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < columns; i++) {
            String title = i < titles.size() ? titles.get(i) : UNTITLED + String.valueOf(i + 1);
            String name = title;
            for (int copy = 2; !taken.add(name); copy++) {
                name = title + COPY + copy;
            }
            names.add(name);
        }
        return names;
    }

    /** The titles for which names stand. */
    static List<String> titles(List<String> names) {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.equals(UNTITLED + String.valueOf(i + 1))) {
                break;
            }
            int copy = name.lastIndexOf(COPY);
            boolean copied = copy >= 0 && titles.contains(name.substring(0, copy));
            titles.add(copied ? name.substring(0, copy) : name);
        }
        return titles;
    }
}
