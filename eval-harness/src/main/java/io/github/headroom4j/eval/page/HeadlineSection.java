package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.chart.Plot.Interval;
import io.github.headroom4j.eval.chart.Strip;
import java.util.List;
import org.jsoup.nodes.Element;

/** One card per workload: how much was saved, what became of the answers, and whether that is good enough. */
record HeadlineSection(View view) implements Section {

    @Override
    public String title() {
        return "In short";
    }

    @Override
    public boolean hasContent() {
        return view.workloads().stream()
                .anyMatch(workload ->
                        !view.rows("summaries", workload, View.PRIMARY).isEmpty());
    }

    @Override
    public void into(Element section) {
        Section.paragraph(
                section,
                "Every agent session was replayed twice through the same agent: once as it was recorded, once with"
                        + " compression as shipped. Big figure: the share of input tokens that compression saved, over all"
                        + " requests, after paying for its own notes and look-ups. Strip: how F1 changed, with its 95 %"
                        + " interval. Compression passes where the whole interval lies right of the shaded zone.");
        Element cards = section.appendElement("div").addClass("cards");
        int number = 0;
        for (String workload : view.workloads()) {
            for (JsonNode row : view.rows("summaries", workload, View.PRIMARY)) {
                card(cards, row, number++);
            }
        }
    }

    private void card(Element cards, JsonNode row, int number) {
        Interval saved = View.interval(row, "saved");
        Interval change = View.interval(row, "f1Difference");
        Element card = cards.appendElement("article").addClass("card");
        card.appendElement("h3").text(Words.title(View.text(row, "workload")));
        Element big = card.appendElement("p").addClass("big");
        big.appendElement("strong").text(Words.percent(saved.value()));
        big.appendText(" of input tokens saved");
        Section.paragraph(card, "95 % interval " + Words.percent(saved)).addClass("quiet");
        Strip.into(
                card,
                Words.id("strip", number),
                "Change of F1 " + Words.points(change.value()) + " points, interval " + Words.points(change),
                change,
                -view.margin());
        Section.paragraph(
                card,
                "F1 " + Words.points(change.value()) + " points (" + Words.points(change) + "), from "
                        + Words.f1(View.number(row, "f1") - View.number(row.path("f1Difference"), "value")) + " to "
                        + Words.f1(View.number(row, "f1")));
        verdict(card.appendElement("p"), View.text(row, "verdict"));
        Section.paragraph(
                        card,
                        Words.count(View.count(row, "cases")) + " cases in " + Words.count(View.count(row, "clusters"))
                                + " clusters, " + Words.rough(View.count(row.path("before"), "inputTokens")) + " → "
                                + Words.rough(View.count(row.path("after"), "inputTokens")) + " tokens")
                .addClass("quiet");
    }

    /** A sign, a word and a colour, so that none of them is needed. */
    static void verdict(Element parent, String verdict) {
        String sign =
                switch (verdict) {
                    case "non-inferior" -> "✓";
                    case "inferior" -> "✗";
                    case "baseline" -> "·";
                    default -> "?";
                };
        String style = List.of("non-inferior", "inferior", "baseline").contains(verdict) ? verdict : "open";
        Element badge = parent.appendElement("span").addClass("verdict " + style);
        badge.appendElement("span").attr("aria-hidden", "true").text(sign);
        badge.appendText(" " + verdict);
    }
}
