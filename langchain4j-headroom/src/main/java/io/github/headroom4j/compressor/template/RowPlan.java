package io.github.headroom4j.compressor.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which lines are written as rows, after which printed templates, with which values. */
final class RowPlan {

    private final LogText log;
    private final RowShapes shapes;
    private final @Nullable String[][] valuesOf;
    private final int[] rows;
    private final List<RowTemplate> templates = new ArrayList<>();

    private RowPlan(LogText log, RepeatFinder repeats) {
        this.log = log;
        shapes = RowShapes.of(log, repeats);
        rows = new int[shapes.shapes().size()];
        valuesOf = new String[log.lines().count()][];
    }

    static RowPlan of(LogText log, RepeatFinder repeats) {
        RowPlan plan = new RowPlan(log, repeats);
        plan.readValues();
        plan.chooseColumns();
        return plan;
    }

    List<RowTemplate> templates() {
        return templates;
    }

    /** The templates' indices, the most frequent first. */
    int[] byRows() {
        return IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -rows[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The index of a line's template, or {@link RowShapes#AS_IT_IS}. */
    int templateOf(int line) {
        return shapes.shapeOf(line);
    }

    /** The values of a line that has a template, one per column of the printed template. */
    List<String> values(int line) {
        String[] values = valuesOf[line];
        return values == null ? List.of() : Arrays.asList(values);
    }

    private void readValues() {
        LineScanner scanner = new LineScanner();
        TimeMatch match = new TimeMatch();
        for (int line = 0; line < valuesOf.length; line++) {
            int shape = shapes.shapeOf(line);
            if (shape >= 0) {
                log.scan(line, scanner, match);
                Lines lines = log.lines();
                valuesOf[line] = shapes.shapes().get(shape).values(scanner, lines.text(), lines.end(line));
                rows[shape]++;
            }
        }
    }

    private void chooseColumns() {
        List<List<ColumnChoice>> choices = new ArrayList<>();
        List<List<String[]>> rowsOf = new ArrayList<>();
        shapes.shapes().forEach(shape -> rowsOf.add(new ArrayList<>()));
        for (int line = 0; line < valuesOf.length; line++) {
            String[] values = valuesOf[line];
            if (values != null) {
                rowsOf.get(shapes.shapeOf(line)).add(values);
            }
        }
        for (int i = 0; i < rows.length; i++) {
            List<ColumnChoice> chosen = choose(shapes.shapes().get(i), rowsOf.get(i));
            choices.add(chosen);
            templates.add(shapes.shapes().get(i).print(chosen));
        }
        for (int line = 0; line < valuesOf.length; line++) {
            String[] values = valuesOf[line];
            if (values != null) {
                valuesOf[line] = printed(values, choices.get(shapes.shapeOf(line)));
            }
        }
    }

    private static String[] printed(String[] values, List<ColumnChoice> chosen) {
        String[] printed = new String[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (chosen.get(i).column() != null) {
                printed[count++] = chosen.get(i).strip(values[i]);
            }
        }
        return Arrays.copyOf(printed, count);
    }

    private List<ColumnChoice> choose(RowShape shape, List<String[]> rowValues) {
        List<ColumnChoice> chosen = new ArrayList<>();
        int columns = rowValues.isEmpty() ? 0 : rowValues.get(0).length;
        for (int i = 0; i < columns; i++) {
            int column = i;
            chosen.add(
                    switch (shape.fixedMode(i)) {
                        case TIME ->
                            new ColumnChoice(
                                    "", "", Column.time(shape.template().layout()));
                        case REST -> new ColumnChoice("", "", Column.REST);
                        default ->
                            ColumnChoice.of(log.lines()
                                    .pace()
                                    .list(rowValues.stream()
                                            .map(row -> row[column])
                                            .toList()));
                    });
        }
        return chosen;
    }
}
