package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.table.Table;
import io.github.headroom4j.compressor.table.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * How a listing is laid out whose columns are parted by blanks: each cell begins or ends at the place of its column, or a
 * blank after the cell before it if that reached too far. A cell that begins with blanks stands after just these; blanks at
 * a cell's end end its line; and a first cell that begins with {@value #AS_IS} is a whole line.
 *
 * @param places for each column where its cells begin, or the complement (such as {@code ~12}) of where they end
 * @param width the places to which lines are filled with blanks, 0 for none
 * @param titled whether the names of the columns are the first line
 * @param lineEnd ends each line
 * @param ended whether it ends the last line too
 */
record AlignedFormat(List<Integer> places, int width, boolean titled, String lineEnd, boolean ended) implements Format {

    static final String KIND = "aligned";
    static final char AS_IS = '|';

    /** Before the place of a column whose cells end there. */
    private static final char END = '<';

    private static final String COLUMNS = "at";
    private static final String WIDTH = "width";
    private static final String UNTITLED = "untitled";
    private static final String WINDOWS = "crlf";
    private static final String OPEN = "open";

    /** As long as the lines that are read; a text from outside could ask for any number of blanks. */
    static final int MAX_PLACE = 10_000;

    static Optional<Format> of(Words words) {
        words.allow(Set.of(COLUMNS, WIDTH, UNTITLED, WINDOWS, OPEN));
        List<Integer> places = new ArrayList<>();
        for (String place : words.get(COLUMNS, "").split(",", -1)) {
            boolean end = !place.isEmpty() && place.charAt(0) == END;
            int number = Integer.parseInt(end ? place.substring(1) : place);
            places.add(end ? ~number : number);
            if (number < 0 || number > MAX_PLACE) {
                return Optional.empty();
            }
        }
        int width = words.number(WIDTH, 0);
        return width > MAX_PLACE
                ? Optional.empty()
                : Optional.of(new AlignedFormat(
                        List.copyOf(places),
                        width,
                        !words.has(UNTITLED),
                        words.has(WINDOWS) ? "\r\n" : "\n",
                        !words.has(OPEN)));
    }

    @Override
    public String words() {
        StringJoiner at = new StringJoiner(",", KIND + ' ' + COLUMNS + '=', "");
        places.forEach(place -> at.add(place < 0 ? END + String.valueOf(~place) : String.valueOf(place)));
        return at
                + (width == 0 ? "" : " " + WIDTH + '=' + width)
                + (titled ? "" : ' ' + UNTITLED)
                + (lineEnd.equals("\n") ? "" : ' ' + WINDOWS)
                + (ended ? "" : ' ' + OPEN);
    }

    @Override
    public long filled(int rows) {
        return (long) width * rows;
    }

    @Override
    public String write(Table table) {
        StringBuilder out = new StringBuilder();
        if (titled) {
            out.append(titles(table)).append(lineEnd);
        }
        table.rows().forEach(row -> out.append(line(row)).append(lineEnd));
        if (!ended) {
            out.setLength(out.length() - lineEnd.length());
        }
        return out.toString();
    }

    /** The line of titles, without its end. */
    String titles(Table table) {
        List<@Nullable Value> titles = new ArrayList<>();
        Cells.titles(table.names()).forEach(title -> titles.add(Cells.plain(title)));
        return line(titles);
    }

    AlignedFormat titled(boolean with) {
        return new AlignedFormat(places, width, with, lineEnd, ended);
    }

    /** One row, without its line end. */
    String line(List<@Nullable Value> row) {
        String first = row.isEmpty() ? "" : text(row, 0);
        if (!first.isEmpty() && first.charAt(0) == AS_IS) {
            return first.substring(1);
        }
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < Math.min(row.size(), places.size()); column++) {
            String cell = text(row, column);
            if (!cell.isEmpty()) {
                boolean own = cell.charAt(0) == ' ';
                line.append(" ".repeat(own ? 0 : gap(line.length(), column, cell.length())))
                        .append(cell);
            }
        }
        return line.append(" ".repeat(Math.max(0, width - line.length()))).toString();
    }

    /** The blanks before a cell of a column if the line ends here. */
    int gap(int end, int column, int length) {
        int place = places.get(column);
        int start = place >= 0 ? place : ~place - length;
        return Math.max(end == 0 ? 0 : 1, start - end);
    }

    private static String text(List<@Nullable Value> row, int column) {
        Value cell = row.get(column);
        return cell == null ? "" : Cells.characters(cell);
    }
}
