package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.chart.Bars;
import io.github.headroom4j.eval.chart.Bars.Segment;
import io.github.headroom4j.eval.chart.Plot.Interval;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What long sessions cost where a provider caches prompts: fewer tokens are not always cheaper ones. */
record CostSection(View view) implements Section {

    @Override
    public String title() {
        return "What long sessions cost";
    }

    @Override
    public boolean hasContent() {
        return !rows().isEmpty();
    }

    private List<JsonNode> rows() {
        return view.rows("summaries", row -> row.path("costs").size() > 0);
    }

    @Override
    public void into(Element section) {
        Section.paragraph(
                section,
                "Providers charge a tenth or so for what they have cached, and cache only what begins as an earlier request"
                        + " did. A window that slides changes the beginning with every request, so it sends fewer tokens and"
                        + " can still cost more than doing nothing. Cost is of input alone, in tokens at the price of an"
                        + " uncached one; how each cache is modelled is in summary.md.");
        Element side = Section.side(section);
        int number = 0;
        for (String cache : caches()) {
            Bars bars = new Bars();
            for (JsonNode row : rows()) {
                for (JsonNode cost : row.path("costs")) {
                    if (View.text(cost, "cache").equals(cache)) {
                        double after = View.number(cost, "after");
                        bars.add(View.arm(row), new Segment(style(row), after), Words.rough(Math.round(after)));
                    }
                }
            }
            bars.into(
                    Section.figure(side, "Cost under cache " + cache),
                    "cost-" + number++,
                    "Cost of long sessions by arm, cache " + cache);
        }
        table(section);
    }

    private String style(JsonNode row) {
        String role = view.role(View.arm(row));
        return role.equals("ours") || role.equals("baseline") ? role : "naive";
    }

    private Set<String> caches() {
        Set<String> names = new LinkedHashSet<>();
        rows().forEach(row -> row.path("costs").forEach(cost -> names.add(View.text(cost, "cache"))));
        return names;
    }

    private void table(Element section) {
        Grid grid = new Grid(
                section, "Cost by arm and cache", 3, "arm", "workload", "cache", "from cache", "cost", "saved", "95 %");
        for (JsonNode row : rows()) {
            for (JsonNode cost : row.path("costs")) {
                double input = View.number(cost, "inputTokens");
                Interval saved = View.interval(cost, "saved");
                grid.add(
                        View.arm(row),
                        View.text(row, "workload"),
                        View.text(cost, "cache"),
                        Words.percent(input == 0 ? 0 : 100 * View.number(cost, "read") / input),
                        Words.count(Math.round(View.number(cost, "after"))),
                        Words.percent(saved.value()),
                        Words.percent(saved));
            }
        }
    }
}
