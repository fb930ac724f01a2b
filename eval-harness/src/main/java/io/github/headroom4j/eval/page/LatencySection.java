package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.nodes.Element;

/**
 * How long it takes, as a benchmark measured it. Times of the run itself differ from run to run, and are in {@code run.json}.
 *
 * @param performance {@code performance-rag.json}, missing if there is none
 */
record LatencySection(JsonNode performance) implements Section {

    @Override
    public String title() {
        return "How long it takes";
    }

    @Override
    public boolean hasContent() {
        return performance.path("results").size() > 0;
    }

    @Override
    public void into(Element section) {
        Section.paragraph(
                section,
                "Times differ between machines and runs, so this page shows those of a benchmark that was run on its own (JMH,"
                        + " warmed up, one fork) and committed with the machine it ran on. What compression took in the run"
                        + " behind this page, per tool result, is in run.json, which is not committed.");
        Grid grid = new Grid(
                section,
                "Pruning retrieved passages, milliseconds per call",
                2,
                "scorer",
                "texts",
                "passages",
                "p50",
                "p99",
                "mean");
        performance
                .path("results")
                .forEach(row -> grid.add(
                        View.text(row, "scorer"),
                        View.text(row, "texts"),
                        View.text(row, "passages"),
                        Words.decimal(View.number(row, "p50"), 1),
                        Words.decimal(View.number(row, "p99"), 1),
                        Words.decimal(View.number(row, "mean"), 1)));
        machine(section, performance.path("machine"));
    }

    /** Where it was measured. */
    static void machine(Element section, JsonNode machine) {
        Section.paragraph(
                        section,
                        "Measured on " + View.text(machine, "processor") + ", " + View.text(machine, "processors")
                                + " processors, " + View.text(machine, "system") + ", " + View.text(machine, "jdk")
                                + ", commit " + View.text(machine, "commit") + ".")
                .addClass("quiet");
    }
}
