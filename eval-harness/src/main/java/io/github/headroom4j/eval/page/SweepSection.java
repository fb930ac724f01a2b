package io.github.headroom4j.eval.page;

import io.github.headroom4j.eval.chart.Axis;
import io.github.headroom4j.eval.chart.Plot;
import io.github.headroom4j.eval.chart.Plot.Interval;
import io.github.headroom4j.eval.chart.Plot.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Element;

/**
 * The frontier of each workload over fidelities and budgets, beside naive cuts at the same tokens.
 *
 * @param view the report
 * @param rows those of {@code frontier.csv}
 */
record SweepSection(View view, List<CSVRecord> rows) implements Section {

    /** Points of F1 shown above the baseline at least. */
    private static final double ABOVE = 10;

    @Override
    public String title() {
        return "What a budget costs";
    }

    @Override
    public boolean hasContent() {
        return !rows.isEmpty();
    }

    @Override
    public void into(Element section) {
        Section.paragraph(
                section,
                "The library losslessly, as far as it is safe (its default), and within budgets of tokens for each tool result;"
                        + " and naive cuts, given the tokens that the library spent at that point. On a sample of cases, so"
                        + " figures differ a little from those above.");
        Element side = Section.side(section);
        int number = 0;
        for (Map.Entry<String, List<CSVRecord>> workload : byWorkload().entrySet()) {
            List<CSVRecord> points = workload.getValue();
            Element figure = Section.figure(
                    side, Words.title(workload.getKey()) + ", " + points.get(0).get("sample"));
            draw(figure, "sweep-" + number++, workload.getKey(), points);
        }
        table(section);
    }

    private Map<String, List<CSVRecord>> byWorkload() {
        Map<String, List<CSVRecord>> workloads = new LinkedHashMap<>();
        rows.forEach(row -> workloads
                .computeIfAbsent(row.get("workload"), any -> new ArrayList<>())
                .add(row));
        return workloads;
    }

    private void draw(Element figure, String id, String workload, List<CSVRecord> points) {
        double low =
                points.stream().mapToDouble(row -> change(row).lower()).min().orElse(0);
        Plot plot = new Plot(
                new Axis("input tokens saved, %", 0, 100, 20),
                Axis.around("change of F1, points", Math.min(low, -view.margin()), ABOVE, 8));
        plot.rule("margin −" + Words.decimal(view.margin(), 0) + " points", -view.margin());
        Map<String, List<Point>> lines = new LinkedHashMap<>();
        StringBuilder words = new StringBuilder();
        for (CSVRecord row : points) {
            boolean ours = isOurs(row);
            lines.computeIfAbsent(ours ? kind(row) : row.get("arm"), any -> new ArrayList<>())
                    .add(new Point(ours ? row.get("point") : "", style(row), saved(row), change(row)));
            words.append(name(row))
                    .append(": saved ")
                    .append(Words.percent(saved(row).value()))
                    .append(", F1 ")
                    .append(Words.points(change(row).value()))
                    .append(" points. ");
        }
        lines.values().forEach(plot::addLine);
        plot.into(
                figure,
                id,
                "Tokens saved against change of F1 at several settings, " + workload,
                words.toString().strip());
    }

    /** Points with a budget form one line, those without another. */
    private static String kind(CSVRecord row) {
        return row.get("budget").isEmpty() ? "no budget" : "budget";
    }

    private static boolean isOurs(CSVRecord row) {
        return row.get("arm").equals(View.PRIMARY);
    }

    private String style(CSVRecord row) {
        if (!isOurs(row)) {
            return view.role(row.get("arm"));
        }
        return row.get("fidelity").equals("lossless") ? "lossless" : "ours";
    }

    private static String name(CSVRecord row) {
        return row.get("arm") + " at " + row.get("point");
    }

    private static Interval saved(CSVRecord row) {
        return interval(row, "saved");
    }

    private static Interval change(CSVRecord row) {
        return interval(row, "f1Difference");
    }

    static Interval interval(CSVRecord row, String column) {
        return new Interval(
                CsvText.percent(row, column),
                CsvText.percent(row, column + "Lower"),
                CsvText.percent(row, column + "Upper"));
    }

    private void table(Element section) {
        Grid grid = new Grid(
                section,
                "Points of the library",
                2,
                "point",
                "workload",
                "saved",
                "95 %",
                "F1",
                "ΔF1, points",
                "95 %",
                "evidence visible",
                "recoverable",
                "lost");
        rows.stream()
                .filter(SweepSection::isOurs)
                .forEach(row -> grid.add(
                        row.get("point"),
                        row.get("workload"),
                        Words.percent(saved(row).value()),
                        Words.percent(saved(row)),
                        Words.f1(Double.parseDouble(row.get("f1"))),
                        Words.points(change(row).value()),
                        Words.points(change(row)),
                        row.get("evidenceVisible"),
                        row.get("evidenceRecoverable"),
                        row.get("evidenceLost")));
    }
}
