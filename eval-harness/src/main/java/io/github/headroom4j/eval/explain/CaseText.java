package io.github.headroom4j.eval.explain;

import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.ItemMatch;
import io.github.headroom4j.eval.report.Figures;
import io.github.headroom4j.eval.report.Table;
import io.github.headroom4j.eval.report.Terminal;
import io.github.headroom4j.eval.run.CaseLook;
import java.util.List;
import java.util.Locale;

/** An explanation for a terminal. */
final class CaseText {

    private static final int CELL_CHARS = 70;
    private static final int WHY_LINES = 16;

    private final CaseExplanation explanation;
    private final boolean full;
    private final StringBuilder out = new StringBuilder();

    CaseText(CaseExplanation explanation, boolean full) {
        this.explanation = explanation;
        this.full = full;
    }

    String render() {
        head();
        totals();
        texts();
        answers();
        evidence();
        explanation.parts().forEach(this::sides);
        return out.toString();
    }

    private void head() {
        var one = explanation.evalCase();
        var subject = explanation.before().result().subject();
        line(one.id() + " of " + subject.workload() + " (" + one.split() + ", " + one.tier() + ", cluster "
                + one.cluster() + ")");
        line("question: " + (full ? Terminal.safe(one.question()) : Terminal.line(one.question(), 300)));
        for (int i = 0; i < one.turns().size(); i++) {
            var turn = one.turns().get(i);
            line("  turn " + (i + 1) + ", "
                    + (turn.isFollowUp() ? "follow-up" : turn.calls().size() + " calls") + ": "
                    + Terminal.line(turn.question(), 120));
        }
        line("");
    }

    private void totals() {
        Table table =
                new Table(1, "arm", "requests", "input tokens", "tool results", "gold", "answered", "matched", "F1");
        for (CaseLook look : List.of(explanation.before(), explanation.after())) {
            CaseResult result = look.result();
            table.add(
                    result.arm(),
                    String.valueOf(result.usage().requests()),
                    number(result.usage().inputTokens()),
                    number(result.usage().resultTokens()),
                    String.valueOf(result.score().gold()),
                    String.valueOf(result.score().answered()),
                    String.valueOf(result.score().matched()),
                    Figures.percent(result.f1()));
        }
        line(table.plain() + Figures.percent(explanation.saved()) + " of input tokens saved");
        line("");
    }

    private void texts() {
        Table table = new Table(2, "text of the answered request", "what happened", "before", "after");
        int number = 1;
        for (Part part : explanation.parts()) {
            table.add(
                    number++ + ". " + Terminal.line(part.label(), CELL_CHARS),
                    part.happened(),
                    part.before().present() ? number(part.before().tokens()) : "-",
                    part.after().present() ? number(part.after().tokens()) : "-");
        }
        line(table.plain());
    }

    private void answers() {
        for (CaseLook look : List.of(explanation.before(), explanation.after())) {
            line("answered in " + look.result().arm()
                    + (look.items().isEmpty() ? ": nothing, and there was nothing to find" : ""));
            for (ItemMatch item : look.items()) {
                line("  " + (item.isMatched() ? "matched " : item.gold().isEmpty() ? "false   " : "missed  ")
                        + shown(item));
            }
        }
        line("");
    }

    private String shown(ItemMatch item) {
        String gold = Terminal.line(item.gold(), 200);
        String answered = Terminal.line(item.answered(), 200);
        return !item.isMatched() ? gold + answered : gold.equals(answered) ? gold : gold + " by " + answered;
    }

    private void evidence() {
        if (explanation.evidence().isEmpty()) {
            return;
        }
        Table table = new Table(
                5,
                "evidence of",
                "in",
                explanation.arms().get(0),
                explanation.arms().get(1),
                "text");
        explanation
                .evidence()
                .forEach(row -> table.add(
                        Terminal.line(row.evidence().item(), CELL_CHARS),
                        row.place(),
                        row.before(),
                        row.after(),
                        Terminal.line(row.evidence().text(), full ? 1_000 : CELL_CHARS)));
        line(table.plain());
    }

    private void sides(Part part) {
        int number = explanation.parts().indexOf(part) + 1;
        line("== " + number + ". " + Terminal.line(part.label(), 160));
        part.why().stream().limit(full ? Long.MAX_VALUE : WHY_LINES).forEach(why -> line("   " + Terminal.safe(why)));
        side(explanation.arms().get(0), part.before());
        if (part.happened().equals("unchanged")) {
            line("-- " + explanation.arms().get(1) + ": the same");
        } else {
            side(explanation.arms().get(1), part.after());
        }
        line("");
    }

    private void side(String arm, Part.Side side) {
        line("-- " + arm + ": " + (side.present() ? number(side.tokens()) + " tokens" : "not there"));
        if (side.present()) {
            out.append(
                    Terminal.safe(full ? side.text() : Shortened.of(side.text()).text()));
            line("");
        }
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
