package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.chart.Axis;
import io.github.headroom4j.eval.chart.Legend;
import io.github.headroom4j.eval.chart.Plot;
import io.github.headroom4j.eval.chart.Plot.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Tokens saved against answers kept, all arms, with intervals in both directions and the margin. */
record FrontierSection(View view) implements Section {

    /** Points: what the closer plot shows above and below zero. */
    private static final double CLOSE = 6;

    @Override
    public String title() {
        return "Savings against answers";
    }

    @Override
    public boolean hasContent() {
        return !view.rows("summaries", row -> true).isEmpty();
    }

    @Override
    public void into(Element section) {
        Section.paragraph(
                section,
                "Right is cheaper, up is better. Each point is an arm, a way to treat what the agent reads; whiskers are 95 %"
                        + " intervals in both directions. Most naive arms were given as many tokens as ours, and show that it is"
                        + " not enough to shorten. The dashed line is the margin. The plot on the right shows the same"
                        + " from close by; what it has no room for is in the left one.");
        legend(section);
        int number = 0;
        for (String workload : view.workloads()) {
            List<JsonNode> rows = view.rows("summaries", workload);
            Element block = Section.block(section, Words.title(workload));
            Element side = Section.side(block);
            plot(Section.figure(side, "All arms"), workload, "frontier-" + number, full(rows), rows);
            plot(
                    Section.figure(side, "Near the margin"),
                    workload,
                    "close-" + number++,
                    new Axis("change of F1, points", -CLOSE, CLOSE, 2),
                    rows);
            key(block, workload, rows);
        }
    }

    private Axis full(List<JsonNode> rows) {
        double low = -view.margin() * 1.5;
        double high = view.margin();
        for (JsonNode row : rows) {
            Interval change = View.interval(row, "f1Difference");
            low = Math.min(low, change.lower());
            high = Math.max(high, change.upper());
        }
        return Axis.around("change of F1, points", low, high, 8);
    }

    private void plot(Element parent, String workload, String id, Axis y, List<JsonNode> rows) {
        double least = Math.min(
                0,
                rows.stream()
                        .mapToDouble(row -> View.interval(row, "saved").lower())
                        .min()
                        .orElse(0));
        Plot plot = new Plot(Axis.around("input tokens saved, %", least, 100, 6), y);
        plot.rule("margin −" + Words.decimal(view.margin(), 0) + " points", -view.margin());
        StringBuilder words = new StringBuilder();
        int number = 1;
        for (JsonNode row : rows) {
            Interval saved = View.interval(row, "saved");
            Interval change = View.interval(row, "f1Difference");
            plot.add(new Plot.Point(String.valueOf(number), view.role(View.arm(row)), saved, change));
            words.append(number++)
                    .append(", ")
                    .append(View.arm(row))
                    .append(": saved ")
                    .append(Words.percent(saved.value()))
                    .append(", F1 ")
                    .append(Words.points(change.value()))
                    .append(" points. ");
        }
        plot.into(
                parent,
                id,
                "Tokens saved against change of F1, " + workload,
                words.toString().strip());
    }

    private void key(Element parent, String workload, List<JsonNode> rows) {
        List<String> headers = new ArrayList<>(List.of("arm", "verdict", "saved", "95 %", "ΔF1, points", "95 %", "F1"));
        boolean adjusted = rows.stream().anyMatch(row -> row.has("adjustedP"));
        boolean detectable = rows.stream().anyMatch(row -> row.has("detectableDifference"));
        if (adjusted) {
            headers.add("p, by Holm");
        }
        if (detectable) {
            headers.add("detectable loss, points");
        }
        Grid grid = new Grid(parent, "The arms of " + workload, 2, headers.toArray(String[]::new));
        int number = 1;
        for (JsonNode row : rows) {
            List<String> cells = cells(row);
            if (adjusted) {
                cells.add(row.has("adjustedP") ? Words.decimal(View.number(row, "adjustedP"), 3) : "");
            }
            if (detectable) {
                boolean known = row.has("detectableDifference");
                cells.add(known ? Words.points(-100 * View.number(row, "detectableDifference")) : "");
            }
            Element line = grid.add(cells.toArray(String[]::new));
            Element name = line.child(0);
            Legend.mark(name, view.role(View.arm(row)));
            name.appendText(" " + number++ + " " + View.arm(row));
            HeadlineSection.verdict(line.child(1), View.text(row, "verdict"));
            if (View.arm(row).equals(View.PRIMARY)) {
                line.addClass("primary");
            }
        }
    }

    /** Name and verdict are drawn afterwards. */
    private List<String> cells(JsonNode row) {
        Interval saved = View.interval(row, "saved");
        Interval change = View.interval(row, "f1Difference");
        boolean baseline = view.role(View.arm(row)).equals("baseline");
        return new ArrayList<>(List.of(
                "",
                "",
                Words.percent(saved.value()),
                baseline ? "" : Words.percent(saved),
                baseline ? "" : Words.points(change.value()),
                baseline ? "" : Words.points(change),
                Words.f1(View.number(row, "f1"))));
    }

    private void legend(Element section) {
        Element list = section.appendElement("ul").addClass("legend");
        String[][] roles = {
            {"ours", "compression, reversible"},
            {"lossless", "compression, lossless only"},
            {"naive", "naive, to be beaten"},
            {"control", "harmful on purpose"},
            {"same", "baseline once more"},
            {"baseline", "nothing done"}
        };
        for (String[] role : roles) {
            boolean used =
                    view.rows("summaries", row -> view.role(View.arm(row)).equals(role[0]))
                                    .size()
                            > 0;
            if (used) {
                Element item = list.appendElement("li");
                Legend.mark(item, role[0]);
                item.appendText(" " + role[1]);
            }
        }
    }
}
