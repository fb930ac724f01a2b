package io.github.headroom4j;

import io.github.headroom4j.original.InvalidSelectorException;
import io.github.headroom4j.original.OriginalText;
import io.github.headroom4j.original.Selector;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the notes of an output say about the lines of its original. Reads the shared notation ({@code … 120 lines (34-153)},
 * {@code (lines 81-91)}), rows of the table before ({@code … 55 rows (11-65)}) and counted entries ({@code 9 ×335-756: }).
 * Linear in the output, and in the original for each of a bounded number of notes about rows.
 */
final class ElisionNotes {

    /** Notes about rows need a look for them in the original; more than so many are not looked for. */
    private static final int MAX_ROW_NOTES = 100;

    /** Notes are short, and searching a longer line for them could take long. */
    private static final int MAX_NOTE_CHARS = 2_000;

    private static final Pattern LINES = Pattern.compile("… \\d{1,9} lines? \\((\\d{1,9})(?:-(\\d{1,9}))?\\)");
    private static final Pattern IN_LINES = Pattern.compile("\\(lines? (\\d{1,9})(?:-(\\d{1,9}))?\\)");
    private static final Pattern ROWS = Pattern.compile("… \\d{1,9} rows? \\((\\d{1,9})(?:-(\\d{1,9}))?\\)");
    private static final Pattern ALIKE = Pattern.compile("(\\d{1,9}) ×\\d{1,9}-(\\d{1,9})(?:=\\d{1,9})?(?:: |[|¦…]).*");
    private static final Pattern TABLE = Pattern.compile("@\\d{1,9} (?:(/\\S*) )?\\d{1,9} rows?.*");
    private static final Pattern SLICE_LINES =
            Pattern.compile("lines (\\d{1,9})(?:@\\d{1,9})?(?:-(\\d{1,9})(?:@\\d{1,9})?)? of ");

    private final String original;
    /** Changes of how many notes cover a line, by its index: sums over them tell which lines are covered. */
    private final int[] exact;

    private final int[] loose;
    private final boolean[] noted;
    private int rowNotes;
    private String table = "";

    private ElisionNotes(String original, int lines, int shown) {
        this.original = original;
        exact = new int[lines + 1];
        loose = new int[lines + 1];
        noted = new boolean[shown];
    }

    /** No notes, for outputs that leave nothing out. */
    static ElisionNotes none(int lines, int shown) {
        return new ElisionNotes("", lines, shown);
    }

    static ElisionNotes in(List<String> shown, String original, int lines) {
        ElisionNotes notes = new ElisionNotes(original, lines, shown.size());
        for (int i = 0; i < shown.size(); i++) {
            String line = shown.get(i);
            notes.noted[i] = line.length() <= MAX_NOTE_CHARS && notes.read(line);
        }
        sum(notes.exact);
        sum(notes.loose);
        return notes;
    }

    /** Whether a note says that exactly a run of lines with this one in it is not shown. */
    boolean hides(int index) {
        return exact[index] > 0;
    }

    /** Whether a note counts lines among which this one is. */
    boolean counts(int index) {
        return exact[index] > 0 || loose[index] > 0;
    }

    /** Whether a line of the output is or holds a note. */
    boolean isNote(int shownIndex) {
        return noted[shownIndex];
    }

    private boolean read(String line) {
        Matcher header = TABLE.matcher(line);
        if (header.matches()) {
            table = header.group(1) == null ? "" : header.group(1);
            return false;
        }
        boolean found = false;
        for (Matcher note = LINES.matcher(line); note.find(); ) {
            found |= cover(exact, number(note, 1), note.group(2) == null ? number(note, 1) : number(note, 2));
        }
        for (Matcher note = IN_LINES.matcher(line); note.find(); ) {
            found |= cover(loose, number(note, 1), note.group(2) == null ? number(note, 1) : number(note, 2));
        }
        for (Matcher note = ROWS.matcher(line); note.find(); ) {
            found = true;
            coverRows(number(note, 1), note.group(2) == null ? number(note, 1) : number(note, 2));
        }
        Matcher alike = ALIKE.matcher(line);
        return alike.matches() ? cover(loose, number(alike, 1), number(alike, 2)) : found;
    }

    private void coverRows(int first, int last) {
        if (++rowNotes > MAX_ROW_NOTES) {
            return;
        }
        OptionalInt from = lineOf(first, 1);
        OptionalInt to = lineOf(last, 2);
        if (from.isPresent() && to.isPresent()) {
            cover(exact, from.getAsInt(), to.getAsInt());
        }
    }

    /** The first or last line of a table's row, as the retrieve tool would find it. */
    private OptionalInt lineOf(int row, int group) {
        String path = (table.equals("/") ? "" : table) + "/" + row;
        try {
            Matcher lines = SLICE_LINES.matcher(
                    OriginalText.of(original).slice(new Selector("", "", path)).heading());
            if (!lines.find()) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(group == 1 || lines.group(2) == null ? number(lines, 1) : number(lines, 2));
        } catch (InvalidSelectorException e) {
            return OptionalInt.empty();
        }
    }

    private boolean cover(int[] changes, int first, int last) {
        if (first < 1 || last < first || last >= changes.length) {
            return false;
        }
        changes[first - 1]++;
        changes[last]--;
        return true;
    }

    private static void sum(int[] changes) {
        for (int i = 1; i < changes.length; i++) {
            changes[i] += changes[i - 1];
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
