package io.github.headroom4j.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a listing that nothing but blanks parts, such as {@code ps}, {@code df}, {@code dpkg -l} and {@code kubectl
 * get} print: between two words of the titles there is a place that is blank in nearly all rows. The last column goes on to
 * the end of the line. Immutable; found in time linear in the characters of the lines.
 */
final class BlankColumns implements LineColumns {

    /** With fewer columns lines look alike by chance, unless a line of hyphens underlines the titles. */
    private static final int MIN_COLUMNS = 3;

    private static final int MIN_UNDERLINED_COLUMNS = 2;

    /** Fewer rows are blank at the same places by chance. */
    static final int MIN_ROWS = 4;

    /** Titles stand within these characters; longer lines have their last column there. */
    private static final int MAX_TITLE_CHARS = 1_000;

    /** Share of the rows that must be blank between two columns; in the others a long value has pushed the rest aside. */
    private static final double NEARLY_ALL = 0.8;

    /** Share of the rows that must be blank between all columns. */
    private static final double MOSTLY = 0.7;

    /** Share of the cells that must hold something, on average. */
    private static final double FILLED = 0.6;

    private final List<String> titles;
    private final int[] gaps;

    private BlankColumns(List<String> titles, int[] gaps) {
        this.titles = List.copyOf(titles);
        this.gaps = gaps;
    }

    static Optional<LineColumns> under(String line, List<String> rows) {
        if (rows.size() < MIN_ROWS || line.length() > MAX_TITLE_CHARS || !areTitles(line)) {
            return Optional.empty();
        }
        int[] filled = new int[line.length()];
        for (String row : rows) {
            for (int i = 0; i < Math.min(row.length(), filled.length); i++) {
                filled[i] += row.charAt(i) == ' ' ? 0 : 1;
            }
        }
        int least = isUnderline(rows.get(0)) ? MIN_UNDERLINED_COLUMNS : MIN_COLUMNS;
        BlankColumns columns = cut(line, filled, (int) (rows.size() * (1 - NEARLY_ALL)));
        return columns.titles.size() >= least && columns.areFilled(rows) ? Optional.of(columns) : Optional.empty();
    }

    /** The columns of which some titles of two words have become one, since values of that column reach beyond the first. */
    private static BlankColumns cut(String line, int[] filled, int tolerated) {
        List<String> titles = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        int start = 0;
        int end = endOfWord(line, 0);
        while (end < line.length()) {
            int next = startOfWord(line, end);
            int gap = -1;
            for (int i = end; i < next; i++) {
                gap = filled[i] <= tolerated && (gap < 0 || filled[i] <= filled[gap]) ? i : gap;
            }
            if (next < line.length() && gap >= 0) {
                titles.add(line.substring(start, end).strip());
                gaps.add(gap);
                start = gap + 1;
            }
            end = next < line.length() ? endOfWord(line, next) : next;
        }
        titles.add(line.substring(Math.min(start, line.length())).strip());
        return new BlankColumns(
                titles, gaps.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Words that begin with letters, but for the first, and have no marks of a sentence or of a value. */
    private static boolean areTitles(String line) {
        int words = 0;
        int letters = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if ("\t.,:;=\"'{}[]`".indexOf(c) >= 0) {
                return false;
            }
            boolean starts = c != ' ' && (i == 0 || line.charAt(i - 1) == ' ');
            words += starts ? 1 : 0;
            boolean titled = Character.isLetter(c) || "%#+(".indexOf(c) >= 0 || words == 1;
            letters += starts && titled ? 1 : 0;
        }
        return words >= MIN_UNDERLINED_COLUMNS && letters == words;
    }

    private static boolean isUnderline(String line) {
        return line.startsWith("--") && line.chars().allMatch(c -> c == '-' || c == ' ');
    }

    private boolean areFilled(List<String> rows) {
        long cells = 0;
        int fitting = 0;
        for (String row : rows) {
            fitting += fits(row) ? 1 : 0;
            cells += atGaps(row).stream().filter(cell -> !cell.isEmpty()).count();
        }
        return fitting >= rows.size() * MOSTLY && cells >= rows.size() * titles.size() * FILLED;
    }

    @Override
    public List<String> titles() {
        return titles;
    }

    @Override
    public Optional<List<String>> cells(String row) {
        return fits(row) ? Optional.of(atGaps(row)) : atBlanks(row);
    }

    private boolean fits(String row) {
        for (int gap : gaps) {
            if (gap < row.length() && row.charAt(gap) != ' ') {
                return false;
            }
        }
        return true;
    }

    private List<String> atGaps(String row) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int gap : gaps) {
            int to = Math.min(row.length(), gap);
            cells.add(row.substring(Math.min(from, to), to).strip());
            from = to;
        }
        cells.add(row.substring(from).strip());
        return cells;
    }

    /** The words of a row, each of which must reach its column, or it would be told under another's title. */
    private Optional<List<String>> atBlanks(String row) {
        List<String> cells = List.of(row.strip().split(" +", titles.size()));
        int end = 0;
        for (int column = 0; column < cells.size(); column++) {
            int start = row.indexOf(cells.get(column), end);
            end = start + cells.get(column).length();
            boolean right = column > 0 && end <= gaps[column - 1] + 1;
            if (right || (column < gaps.length && start >= gaps[column])) {
                return Optional.empty();
            }
        }
        return cells.size() == titles.size() ? Optional.of(cells) : Optional.empty();
    }

    private static int startOfWord(String line, int from) {
        int i = from;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static int endOfWord(String line, int from) {
        int i = startOfWord(line, from);
        while (i < line.length() && line.charAt(i) != ' ') {
            i++;
        }
        return i;
    }
}
