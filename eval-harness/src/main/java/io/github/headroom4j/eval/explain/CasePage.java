package io.github.headroom4j.eval.explain;

import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.ItemMatch;
import io.github.headroom4j.eval.report.Figures;
import io.github.headroom4j.eval.run.CaseLook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** An explanation as one page that loads nothing and runs nothing. */
final class CasePage {

    private final CaseExplanation explanation;
    private final boolean full;
    private final Html out = new Html();

    CasePage(CaseExplanation explanation, boolean full) {
        this.explanation = explanation;
        this.full = full;
    }

    String render() {
        var one = explanation.evalCase();
        String title = one.id() + ": " + explanation.arms().get(0) + " against "
                + explanation.arms().get(1);
        // The policy keeps a browser from loading or running anything, even if something got past the escaping.
        out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\""
                        + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", title)
                .raw("\n<style>\n" + css() + "</style>\n</head>\n<body>\n<main>\n")
                .element("h1", title)
                .raw("\n<p class=\"sub\">")
                .text(explanation.before().result().subject().workload() + " · " + one.split() + " · " + one.tier()
                        + " · cluster " + one.cluster())
                .raw("</p>\n<p class=\"question\">")
                .text(one.question())
                .raw("</p>\n");
        turns();
        totals();
        answers();
        evidence();
        out.raw("<h2>What the request showed</h2>\n");
        explanation.parts().forEach(this::part);
        out.raw("<footer>")
                .text("Replayed offline. The reader sees nothing but the request. Tokens are those of o200k_base.")
                .raw("</footer>\n</main>\n</body>\n</html>\n");
        return out.toString();
    }

    private void turns() {
        if (explanation.evalCase().turns().isEmpty()) {
            return;
        }
        out.raw("<ol class=\"turns\">");
        explanation
                .evalCase()
                .turns()
                .forEach(turn -> out.element(
                        "li",
                        turn.question()
                                + (turn.isFollowUp()
                                        ? " (follow-up)"
                                        : " (" + turn.calls().size() + " calls)")));
        out.raw("</ol>\n");
    }

    private void totals() {
        out.raw("<section class=\"card\"><div class=\"big\">")
                .text(Figures.percent(explanation.saved()))
                .raw(" <small>of input tokens saved</small></div>\n<table><thead><tr>");
        List.of("arm", "requests", "input tokens", "tool results", "gold", "answered", "matched", "F1")
                .forEach(name -> out.raw("<th scope=\"col\">").text(name).raw("</th>"));
        out.raw("</tr></thead><tbody>");
        for (CaseLook look : List.of(explanation.before(), explanation.after())) {
            CaseResult result = look.result();
            out.raw("<tr><th scope=\"row\">").text(result.arm()).raw("</th>");
            List.of(
                            number(result.usage().requests()),
                            number(result.usage().inputTokens()),
                            number(result.usage().resultTokens()),
                            number(result.score().gold()),
                            number(result.score().answered()),
                            number(result.score().matched()),
                            Figures.percent(result.f1()))
                    .forEach(cell -> out.element("td", cell));
            out.raw("</tr>");
        }
        out.raw("</tbody></table></section>\n");
    }

    private void answers() {
        out.raw("<h2>Answers</h2>\n<div class=\"pair\">");
        for (CaseLook look : List.of(explanation.before(), explanation.after())) {
            out.raw("<section class=\"card\">")
                    .element("h3", look.result().arm())
                    .raw("<ul class=\"items\">");
            look.items().forEach(this::item);
            out.raw(look.items().isEmpty() ? "<li>nothing, and there was nothing to find</li>" : "")
                    .raw("</ul></section>");
        }
        out.raw("</div>\n");
    }

    private void item(ItemMatch item) {
        String kind = item.isMatched() ? "matched" : item.gold().isEmpty() ? "false" : "missed";
        String more = item.isMatched() && !item.gold().equals(item.answered()) ? " by " + item.answered() : "";
        out.raw("<li><span class=\"tag " + kind + "\">" + kind + "</span> ")
                .text((item.gold().isEmpty() ? item.answered() : item.gold()) + more)
                .raw("</li>");
    }

    private void evidence() {
        if (explanation.evidence().isEmpty()) {
            return;
        }
        out.raw("<h2>Evidence</h2>\n<section class=\"card\"><table class=\"evidence\"><thead><tr>");
        List.of("of", "in", explanation.arms().get(0), explanation.arms().get(1), "text")
                .forEach(name -> out.raw("<th scope=\"col\">").text(name).raw("</th>"));
        out.raw("</tr></thead><tbody>");
        for (CaseExplanation.EvidenceRow row : explanation.evidence()) {
            out.raw("<tr>").element("td", row.evidence().item()).element("td", row.place());
            List.of(row.before(), row.after())
                    .forEach(state -> out.raw("<td><span class=\"tag ")
                            .text(state)
                            .raw("\">")
                            .text(state)
                            .raw("</span></td>"));
            out.raw("<td><code>").text(row.evidence().text()).raw("</code></td></tr>");
        }
        out.raw("</tbody></table></section>\n");
    }

    private void part(Part part) {
        out.raw("<section class=\"card part\">")
                .element("h3", part.label())
                .raw("<p class=\"sub\">")
                .text(part.happened())
                .raw("</p>");
        if (!part.why().isEmpty()) {
            out.raw("<details><summary>how the library came to it</summary><pre>")
                    .text(String.join("\n", part.why()))
                    .raw("</pre></details>");
        }
        out.raw("<div class=\"pair\">");
        side(explanation.arms().get(0), part.before());
        side(explanation.arms().get(1), part.after());
        out.raw("</div></section>\n");
    }

    private void side(String arm, Part.Side side) {
        String tokens = side.present() ? number(side.tokens()) + " tokens" : "not there";
        out.raw("<div>").element("h4", arm + ": " + tokens);
        if (side.present()) {
            out.raw("<pre tabindex=\"0\">")
                    .text(full ? side.text() : Shortened.of(side.text()).text())
                    .raw("</pre>");
        }
        out.raw("</div>");
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String css() {
        try (InputStream in = CasePage.class.getResourceAsStream("case.css")) {
            if (in == null) {
                throw new IllegalStateException("case.css is not beside " + CasePage.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("case.css cannot be read", e);
        }
    }
}
