package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.chart.Bars;
import io.github.headroom4j.eval.chart.Bars.Segment;
import io.github.headroom4j.eval.chart.Legend;
import io.github.headroom4j.eval.chart.Plot.Interval;
import java.util.List;
import org.jsoup.nodes.Element;

/** What leaving things out adds to re-encoding them. */
record LosslessSection(View view) implements Section {

    @Override
    public String title() {
        return "What leaving out adds to re-encoding";
    }

    @Override
    public boolean hasContent() {
        return !view.rows("overLossless", row -> true).isEmpty();
    }

    @Override
    public void into(Element section) {
        Section.paragraph(
                section,
                "The first step re-encodes without losing anything, and a decoder proves it. Only what that step leaves can"
                        + " be credited to the second one, which leaves out what can be fetched back.");
        Element list = section.appendElement("ul").addClass("legend");
        for (String[] part : new String[][] {
            {"lossless", "saved by re-encoding"}, {"beyond", "saved beyond it"}, {"rest", "still sent"}
        }) {
            Element item = list.appendElement("li");
            Legend.bar(item, part[0]);
            item.appendText(" " + part[1]);
        }
        Bars bars = new Bars();

        Element side = Section.side(section);
        Element figure = Section.figure(side, "Share of the input tokens without compression");
        Grid grid = new Grid(
                side,
                "Beyond re-encoding",
                2,
                "workload",
                "arm",
                "re-encoding",
                "beyond",
                "95 %",
                "ΔF1, points",
                "95 %");
        for (JsonNode row : view.rows("overLossless", row -> true)) {
            double lossless = 100 * View.number(row, "savedByLossless");
            Interval beyond = View.interval(row, "savedBeyond");
            Interval change = View.interval(row, "f1Difference");
            bars.add(
                    View.text(row, "workload"),
                    List.of(
                            new Segment("lossless", Math.max(0, lossless)),
                            new Segment("beyond", Math.max(0, beyond.value())),
                            new Segment("rest", Math.max(0, 100 - lossless - beyond.value()))),
                    Words.decimal(lossless, 1) + " + " + Words.decimal(beyond.value(), 1) + " %");
            grid.add(
                    View.text(row, "workload"),
                    View.arm(row),
                    Words.percent(lossless),
                    Words.percent(beyond.value()),
                    Words.percent(beyond),
                    Words.points(change.value()),
                    Words.points(change));
        }
        bars.into(figure, "over-lossless", "Savings of re-encoding and of leaving out, by workload");
    }
}
