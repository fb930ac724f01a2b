package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.chart.Bars;
import io.github.headroom4j.eval.chart.Bars.Segment;
import java.util.List;
import org.jsoup.nodes.Element;

/** What kinds of text the tools returned, and how much of each is left. */
record ContentSection(View view) implements Section {

    @Override
    public String title() {
        return "By kind of content";
    }

    @Override
    public boolean hasContent() {
        return !view.rows("byContent", row -> View.arm(row).equals(View.PRIMARY))
                .isEmpty();
    }

    @Override
    public void into(Element section) {
        Section.paragraph(
                section,
                "What each tool result was taken for, and its tokens before and after, each result counted once. A result that"
                        + " is too small to be worth it is not looked at; one with sections of several kinds is mixed.");
        Element side = Section.side(section);
        int number = 0;
        for (String workload : view.workloads()) {
            List<JsonNode> rows = view.rows("byContent", workload, View.PRIMARY);
            if (rows.isEmpty()) {
                continue;
            }
            Bars bars = new Bars();
            for (JsonNode row : rows) {
                long after = View.count(row, "tokensAfter");
                long gone = View.count(row, "tokensBefore") - after;
                bars.add(
                        View.text(row, "type"),
                        List.of(new Segment("ours", after), new Segment("rest", Math.max(0, gone))),
                        Words.percent(100 * View.number(row, "saved")));
            }
            Element figure =
                    Section.figure(side, Words.title(workload) + ": tokens kept (filled) and saved (outlined, in %)");
            bars.into(figure, "content-" + number++, "Tokens by kind of content, " + workload);
        }
        table(section);
    }

    private void table(Element section) {
        Grid grid = new Grid(
                section,
                "Tool results by kind of content",
                3,
                "kind",
                "workload",
                "arm",
                "results",
                "tokens before",
                "after",
                "saved");
        for (JsonNode row : view.rows("byContent", row -> true)) {
            grid.add(
                    View.text(row, "type"),
                    View.text(row, "workload"),
                    View.arm(row),
                    Words.count(View.count(row, "results")),
                    Words.count(View.count(row, "tokensBefore")),
                    Words.count(View.count(row, "tokensAfter")),
                    Words.percent(100 * View.number(row, "saved")));
        }
    }
}
