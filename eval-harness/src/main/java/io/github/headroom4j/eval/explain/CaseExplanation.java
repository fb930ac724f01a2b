package io.github.headroom4j.eval.explain;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.run.CaseLook;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/**
 * One case in two arms, for a person: the texts of the request that was answered side by side, the gold and both answers item
 * by item, and where each piece of evidence went. The same bytes on every run. Immutable.
 */
public final class CaseExplanation {

    /** A piece of evidence and where it is in both arms. */
    record EvidenceRow(Evidence evidence, String place, String before, String after) {}

    private final EvalCase evalCase;
    private final CaseLook before;
    private final CaseLook after;
    private final List<Part> parts;

    /**
     * An explanation.
     *
     * @param evalCase the case
     * @param before how it went in the arm that is compared with
     * @param after how it went in the other arm
     * @param counter what counts the tokens of texts
     */
    public CaseExplanation(EvalCase evalCase, CaseLook before, CaseLook after, TokenCounter counter) {
        this.evalCase = evalCase;
        this.before = before;
        this.after = after;
        this.parts = new PartList(counter, before.finalRequest(), after.finalRequest()).parts();
    }

    /**
     * For a terminal.
     *
     * @param full whether texts are printed whole
     * @return lines that end with a line feed; nothing in them steers a terminal
     */
    public String text(boolean full) {
        return new CaseText(this, full).render();
    }

    /**
     * As a page.
     *
     * @param full whether texts are shown whole
     * @return a whole HTML document that loads nothing and runs no script; everything that comes from the case is escaped
     */
    public String html(boolean full) {
        return new CasePage(this, full).render();
    }

    EvalCase evalCase() {
        return evalCase;
    }

    CaseLook before() {
        return before;
    }

    CaseLook after() {
        return after;
    }

    List<Part> parts() {
        return parts;
    }

    /** The arms in two words, for headings. */
    List<String> arms() {
        return List.of(before.result().arm(), after.result().arm());
    }

    /** The share of all input tokens of the session that the other arm saves; negative if it costs more. */
    double saved() {
        long whole = before.result().usage().inputTokens();
        return whole == 0 ? 0 : 1 - (double) after.result().usage().inputTokens() / whole;
    }

    List<EvidenceRow> evidence() {
        List<EvidenceRow> rows = new ArrayList<>();
        for (int i = 0; i < evalCase.evidence().size(); i++) {
            Evidence evidence = evalCase.evidence().get(i);
            rows.add(new EvidenceRow(
                    evidence,
                    place(evidence),
                    state(before.evidence().get(i)),
                    state(after.evidence().get(i))));
        }
        return rows;
    }

    private String place(Evidence evidence) {
        return evalCase.passages().isEmpty() ? "call " + (evidence.call() + 1) : "passage " + (evidence.call() + 1);
    }

    private static String state(EvidenceCount one) {
        return one.visible() > 0 ? "visible" : one.recoverable() > 0 ? "recoverable" : one.lost() > 0 ? "lost" : "-";
    }
}
