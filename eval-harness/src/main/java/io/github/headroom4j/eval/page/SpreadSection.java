package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.chart.Bars;
import io.github.headroom4j.eval.chart.Bars.Segment;
import org.jsoup.nodes.Element;

/** How savings and differences of F1 are spread over cases: a mean can hide a tail. */
record SpreadSection(View view) implements Section {

    @Override
    public String title() {
        return "Case by case";
    }

    @Override
    public boolean hasContent() {
        return !view.rows("spreads", row -> View.arm(row).equals(View.PRIMARY)).isEmpty();
    }

    @Override
    public void into(Element section) {
        Section.paragraph(
                section,
                "A mean can hide a tail, so here is every case of arm " + View.PRIMARY
                        + ": how many cases saved how much, and how many answers became worse or better by how much."
                        + " Cases that score exactly as without compression have a bar of their own.");
        int number = 0;
        for (String workload : view.workloads()) {
            for (JsonNode row : view.rows("spreads", workload, View.PRIMARY)) {
                Element block = Section.block(section, Words.title(workload));
                Element side = Section.side(block);
                bars(row.path("saved").path("bins"))
                        .into(
                                Section.figure(side, "Cases by share of tokens saved"),
                                "saved-" + number,
                                "Cases by tokens saved, " + workload);
                bars(row.path("f1Difference").path("bins"))
                        .into(
                                Section.figure(side, "Cases by change of F1, in points"),
                                "change-" + number++,
                                "Cases by change of F1, " + workload);
            }
        }
        quantiles(section);
    }

    private static Bars bars(JsonNode bins) {
        Bars bars = new Bars();
        bins.forEach(bin -> {
            String label = View.text(bin, "label");
            bars.add(label, new Segment(style(label), View.count(bin, "cases")), Words.count(View.count(bin, "cases")));
        });
        return bars;
    }

    private static String style(String label) {
        if (label.startsWith("−") || label.equals("grew")) {
            return "worse";
        }
        return label.contains("+") ? "better" : "neutral";
    }

    private void quantiles(Element section) {
        Grid saved = grid(section, "Share of tokens saved per case, %");
        Grid change = grid(section, "Change of F1 per case, points");
        for (JsonNode row : view.rows("spreads", row -> true)) {
            add(saved, row, row.path("saved").path("quantiles"), 1);
            add(change, row, row.path("f1Difference").path("quantiles"), 2);
        }
    }

    private static Grid grid(Element section, String caption) {
        return new Grid(
                section, caption, 2, "workload", "arm", "least", "5 %", "25 %", "median", "75 %", "95 %", "most");
    }

    private static void add(Grid grid, JsonNode row, JsonNode quantiles, int decimals) {
        String[] cells = new String[9];
        cells[0] = View.text(row, "workload");
        cells[1] = View.arm(row);
        int column = 2;
        for (String name : new String[] {"p0", "p5", "p25", "p50", "p75", "p95", "p100"}) {
            cells[column++] = Words.decimal(100 * View.number(quantiles, name), decimals);
        }
        grid.add(cells);
    }
}
