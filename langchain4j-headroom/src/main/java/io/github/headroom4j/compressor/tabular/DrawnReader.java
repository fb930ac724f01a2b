package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Table;
import io.github.headroom4j.compressor.table.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Markdown tables and those that are drawn with lines. */
final class DrawnReader {

    /** Share of the rows that must have the usual number of cells. */
    private static final double REGULAR = 0.9;

    /** If there are rules among the rows, so many lines on average from one to the next are one row; more are a group. */
    private static final int MAX_LINES_PER_ROW = 4;

    private final DrawnText drawn;
    private final List<Integer> joints;
    private final int columns;

    private DrawnReader(DrawnText drawn) {
        this.drawn = drawn;
        String rule = drawn.line(drawn.head());
        joints = Rule.joints(rule);
        columns = joints.size() + 1;
    }

    static Optional<TableText> read(String text, Pace pace) {
        DrawnText drawn = DrawnText.find(text, pace);
        return drawn == null ? Optional.empty() : new DrawnReader(drawn).read();
    }

    private Optional<TableText> read() {
        if (columns > TableText.MAX_COLUMNS) {
            return Optional.empty();
        }
        List<List<List<String>>> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        boolean regular = readRows(rows, lines);
        List<String> titles = titles();
        if (!regular || rows.size() < TableText.MIN_ROWS || titles.size() != columns) {
            return Optional.empty();
        }
        List<String> names = Cells.names(titles, columns);
        Table table = new Table(
                names,
                drawn.pace()
                        .list(drawn.pace().list(rows).stream().map(this::cells).toList()));
        boolean single =
                rows.stream().allMatch(row -> row.size() == 1 && row.get(0).size() == columns);
        List<List<String>> segments =
                drawn.pace().list(rows.stream().map(row -> row.get(0)).toList());
        return Optional.of(new TableText(
                drawn.before(),
                table,
                List.copyOf(lines),
                drawn.after(),
                () -> single ? DrawnFormatLearner.learn(drawn, names, segments) : Optional.empty()));
    }

    /** Reads each row as its lines of cells, and where it starts; says whether the rows are regular. */
    private boolean readRows(List<List<List<String>>> rows, List<Integer> lines) {
        boolean ruled = isRuled();
        boolean goesOn = false;
        int regular = 0;
        int all = 0;
        for (int line = drawn.head() + 1; line < drawn.endOfRows(); line++) {
            if (drawn.isRule(line)) {
                goesOn = false;
                continue;
            }
            String row = drawn.line(line);
            List<String> cells = Bars.of(row).split(row, columns, joints);
            if (!goesOn) {
                rows.add(new ArrayList<>());
                lines.add(line);
            }
            rows.get(rows.size() - 1).add(cells);
            goesOn = ruled || goesOn(cells);
            regular += cells.size() == columns ? 1 : 0;
            all++;
        }
        lines.add(drawn.endOfRows());
        return all > 0 && regular >= all * REGULAR;
    }

    /** Whether a rule follows on each row, so that the lines between two rules are one. */
    private boolean isRuled() {
        int rules = 1;
        for (int line = drawn.head() + 1; line < drawn.endOfRows(); line++) {
            rules += drawn.isRule(line) ? 1 : 0;
        }
        int lines = drawn.endOfRows() - drawn.head() - rules;
        return rules > 2 && lines <= rules * MAX_LINES_PER_ROW;
    }

    /** Whether a mark of psql at the end of a cell says that the next line belongs to the same row. */
    private static boolean goesOn(List<String> cells) {
        return cells.stream().anyMatch(cell -> cell.length() > 1 && (cell.endsWith("+") || cell.endsWith("↵")));
    }

    private List<String> titles() {
        List<List<String>> lines = new ArrayList<>();
        for (int line = drawn.titles(); line < drawn.head(); line++) {
            String row = drawn.line(line);
            lines.add(Bars.of(row).split(row, columns, joints));
        }
        return together(lines, " ");
    }

    private List<@Nullable Value> cells(List<List<String>> lines) {
        List<@Nullable Value> cells = new ArrayList<>();
        together(lines, "\n").forEach(cell -> cells.add(Cells.plain(cell)));
        return cells;
    }

    /** The cells of lines that belong together; what is beyond the last column belongs to it. */
    private List<String> together(List<List<String>> lines, String separator) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            StringBuilder cell = new StringBuilder();
            for (List<String> line : lines) {
                String part = part(line, column, lines.size() > 1);
                cell.append(cell.length() > 0 && !part.isEmpty() ? separator : "")
                        .append(part);
            }
            cells.add(cell.toString());
        }
        return cells;
    }

    private String part(List<String> line, int column, boolean goesOn) {
        if (column >= line.size()) {
            return "";
        }
        boolean last = column + 1 == columns && line.size() > columns;
        String part = (last ? String.join("|", line.subList(column, line.size())) : line.get(column)).strip();
        return goesOn && part.endsWith("+")
                ? part.substring(0, part.length() - 1).strip()
                : part;
    }
}
