package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.chart.Plot.Interval;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The same figures by split and by tier: what was looked at while building, and what was not. */
record GroupSection(View view) implements Section {

    private static final Set<String> SHOWN = Set.of("ours", "lossless");

    @Override
    public String title() {
        return "By split and by tier";
    }

    @Override
    public boolean hasContent() {
        return !view.rows("bySplit", row -> true).isEmpty();
    }

    @Override
    public void into(Element section) {
        Section.paragraph(
                section,
                "The development split may be looked at while the library is built, the test split is there to check it. If the"
                        + " two told different stories, the test split would be the one to believe. A tier says how repetitive the content"
                        + " of a case is, or how many passages were retrieved. Naive arms are in the report for programs.");
        table(section, "By split", "bySplit", "split");
        table(section, "By tier", "byTier", "tier");
    }

    private void table(Element section, String caption, String part, String property) {
        Grid grid = new Grid(
                section,
                caption,
                4,
                "workload",
                property,
                "arm",
                "verdict",
                "cases",
                "saved",
                "95 %",
                "ΔF1, points",
                "95 %");
        for (JsonNode row : view.rows(part, row -> SHOWN.contains(view.role(View.arm(row))))) {
            Interval saved = View.interval(row, "saved");
            Interval change = View.interval(row, "f1Difference");
            Element line = grid.add(
                    View.text(row, "workload"),
                    View.text(row, property),
                    View.arm(row),
                    "",
                    Words.count(View.count(row, "cases")),
                    Words.percent(saved.value()),
                    Words.percent(saved),
                    Words.points(change.value()),
                    Words.points(change));
            HeadlineSection.verdict(line.child(3), View.text(row, "verdict"));
        }
    }
}
