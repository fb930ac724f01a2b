package io.github.headroom4j.compressor.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the line that opens a notation says after its opening, note by note; each begins with a semicolon and a blank.
 *
 * @param notes in their order
 */
record HeaderNotes(List<String> notes) {

    /** Before what the paths begin with. */
    static final String UNDER = "; under ";

    static final String UNTERMINATED = "; no newline at end";

    private static final String END = "]";

    /** Reads a line, or returns null if it opens another notation. */
    static @Nullable HeaderNotes read(String line, String opening) {
        if (!line.startsWith(opening) || !line.endsWith(END)) {
            return null;
        }
        List<String> notes = new ArrayList<>();
        String all = line.substring(opening.length(), line.length() - END.length());
        for (int start = 0; start < all.length(); ) {
            int next = all.indexOf("; ", start + 1);
            int end = next < 0 ? all.length() : next;
            notes.add(all.substring(start, end));
            start = end;
        }
        return new HeaderNotes(List.copyOf(notes));
    }

    boolean has(String note) {
        return notes.contains(note);
    }

    /** What the last note with this beginning says, or nothing. */
    String after(String beginning) {
        String said = "";
        for (String note : notes) {
            said = note.startsWith(beginning) ? note.substring(beginning.length()) : said;
        }
        return said;
    }

    /** How the names that paths share are told. */
    static String render(PathNames names, String files) {
        return (names.base().isEmpty() ? "" : UNDER + names.base())
                + (names.extension().isEmpty() ? "" : files + names.extension());
    }

    PathNames names(String files) {
        return new PathNames(after(UNDER), after(files));
    }
}
