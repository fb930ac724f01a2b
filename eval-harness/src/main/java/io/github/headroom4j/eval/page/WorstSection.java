package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jsoup.nodes.Element;

/** The cases that went worst, each with the command that shows why. */
record WorstSection(View view) implements Section {

    @Override
    public String title() {
        return "Worst cases";
    }

    @Override
    public boolean hasContent() {
        return !view.rows("worst", row -> true).isEmpty();
    }

    @Override
    public void into(Element section) {
        Section.paragraph(
                section,
                "The five cases of each workload that lost most F1, and those whose tokens grew, largest first. The command"
                        + " shows the case's requests side by side, with and without compression, and both answers.");
        for (String workload : view.workloads()) {
            List<JsonNode> rows = view.rows("worst", workload);
            if (rows.isEmpty()) {
                continue;
            }
            Element block = Section.block(section, Words.title(workload));
            lists(
                    block,
                    rows.stream()
                            .filter(row -> View.arm(row).equals(View.PRIMARY))
                            .toList());
            List<JsonNode> others = rows.stream()
                    .filter(row -> !View.arm(row).equals(View.PRIMARY))
                    .toList();
            if (!others.isEmpty()) {
                Element more = block.appendElement("details");
                more.appendElement("summary").text("Other arms of " + workload);
                lists(more, others);
            }
        }
    }

    private static void lists(Element parent, List<JsonNode> rows) {
        list(parent, "Lost most F1", "No case lost F1.", of(rows, "f1"));
        list(parent, "Grew most", "No case grew.", of(rows, "tokens"));
    }

    private static List<JsonNode> of(List<JsonNode> rows, String by) {
        return rows.stream().filter(row -> View.text(row, "by").equals(by)).toList();
    }

    private static void list(Element parent, String heading, String none, List<JsonNode> rows) {
        parent.appendElement("h4").text(heading);
        if (rows.isEmpty()) {
            Section.paragraph(parent, none).addClass("quiet");
            return;
        }
        Element list = parent.appendElement("ol").addClass("worst");
        for (JsonNode row : rows) {
            Element item = list.appendElement("li");
            item.appendElement("strong").text(View.text(row, "case"));
            item.appendText(" (" + View.arm(row) + ", " + View.text(row, "split") + ", " + View.text(row, "tier")
                    + "): " + figures(row));
            String command = View.text(row, "explain");
            if (!command.isEmpty()) {
                item.appendElement("pre")
                        .attr("tabindex", "0")
                        .appendElement("code")
                        .text(command);
            }
        }
    }

    private static String figures(JsonNode row) {
        JsonNode evidence = row.path("evidence");
        return "F1 " + Words.f1(View.number(row, "f1Before")) + " → " + Words.f1(View.number(row, "f1After")) + ", "
                + Words.count(View.count(row, "tokensBefore")) + " → " + Words.count(View.count(row, "tokensAfter"))
                + " tokens, evidence visible " + View.count(evidence, "visible") + ", recoverable "
                + View.count(evidence, "recoverable") + ", lost " + View.count(evidence, "lost") + ".";
    }
}
