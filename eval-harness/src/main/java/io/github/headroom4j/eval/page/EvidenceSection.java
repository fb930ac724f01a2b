package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.chart.Bars;
import io.github.headroom4j.eval.chart.Bars.Segment;
import io.github.headroom4j.eval.chart.Legend;
import java.util.List;
import org.jsoup.nodes.Element;

/** Where the evidence is: in sight, to be fetched, or gone. */
record EvidenceSection(View view) implements Section {

    @Override
    public String title() {
        return "Where the evidence is";
    }

    @Override
    public boolean hasContent() {
        return !view.rows("summaries", row -> total(row) > 0).isEmpty();
    }

    @Override
    public void into(Element section) {
        Section.paragraph(
                section,
                "The pieces of text that a correct answer rests on are known for each case. Visible: the last request"
                        + " shows it. Recoverable: it does not, but the retrieve tool returned it, byte for byte, for a marker"
                        + " that the request shows. Lost: neither. The three are never added up, since what can be fetched is"
                        + " not what is read.");
        Element list = section.appendElement("ul").addClass("legend");
        for (String state : List.of("visible", "recoverable", "lost")) {
            Element item = list.appendElement("li");
            Legend.bar(item, state);
            item.appendText(" " + state);
        }
        Element side = Section.side(section);
        int number = 0;
        for (String workload : view.workloads()) {
            Bars bars = new Bars();
            for (JsonNode row : view.rows("summaries", workload)) {
                JsonNode evidence = row.path("evidence");
                long visible = View.count(evidence, "visible");
                long recoverable = View.count(evidence, "recoverable");
                long lost = View.count(evidence, "lost");
                bars.add(
                        View.arm(row),
                        List.of(
                                new Segment("visible", visible),
                                new Segment("recoverable", recoverable),
                                new Segment("lost", lost)),
                        visible + " / " + recoverable + " / " + lost);
            }
            Element figure = Section.figure(side, Words.title(workload) + ": visible / recoverable / lost");
            bars.into(figure, "evidence-" + number++, "Evidence by arm, " + workload);
        }
    }

    private static long total(JsonNode row) {
        JsonNode evidence = row.path("evidence");
        return View.count(evidence, "visible") + View.count(evidence, "recoverable") + View.count(evidence, "lost");
    }
}
