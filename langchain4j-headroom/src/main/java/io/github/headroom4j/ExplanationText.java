package io.github.headroom4j;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.Explanation.Findings;
import java.util.Locale;

/** An explanation for a console. */
final class ExplanationText {

    /** More notes or parts than so many would bury the rest. */
    private static final int MAX_LISTED = 30;

    private static final int MAX_NOTE_CHARS = 160;

    private final Findings findings;
    private final StringBuilder out = new StringBuilder();

    ExplanationText(Findings findings) {
        this.findings = findings;
    }

    /** The outcome in one line. */
    static String headline(Findings findings) {
        String before = DecisionTrail.tokens(findings.tokensBefore());
        if (findings.result() instanceof Unchanged unchanged) {
            return before + ", unchanged (" + unchanged.reason() + "): " + Explainer.sentence(unchanged.reason());
        }
        Compressed compressed = (Compressed) findings.result();
        return String.format(
                Locale.ROOT,
                "%,d → %s, %s saved by %s: %s",
                findings.tokensBefore(),
                DecisionTrail.tokens(compressed.tokensAfter()),
                DecisionTrail.percent(findings.saved()),
                String.join(" and ", compressed.compressors()),
                compressed.step() == CompressionResult.Step.SELECTED
                        ? "parts left out, the original kept"
                        : "re-encoded, nothing left out");
    }

    String render() {
        line(headline(findings));
        line("");
        line("steps");
        findings.steps().forEach(step -> line(String.format(Locale.ROOT, "  %-8s%s", step.name(), step.outcome())));
        parts();
        if (findings.result() instanceof Compressed) {
            fates();
            notes();
        }
        return out.toString();
    }

    private void parts() {
        if (findings.parts().size() < 2) {
            return;
        }
        line("");
        line("parts");
        findings.parts().stream()
                .limit(MAX_LISTED)
                .forEach(part -> line("  lines " + part.firstLine() + "-" + part.lastLine() + ": "
                        + DecisionTrail.describe(part) + ", " + DecisionTrail.tokens(part.tokens())));
        more(findings.parts().size(), "parts");
    }

    private void fates() {
        line("");
        line(String.format(
                Locale.ROOT,
                "lines of the original (%,d)",
                findings.lines().original().size()));
        for (LineFate fate : LineFate.values()) {
            long count = findings.lines().count(fate);
            if (count > 0) {
                line(String.format(Locale.ROOT, "  %,8d  %s", count, fate.reason()));
            }
        }
        if (findings.lines().unseen() > 0) {
            line(String.format(
                    Locale.ROOT, "  %,8d  not compared", findings.lines().unseen()));
        }
    }

    private void notes() {
        int count = 0;
        for (int i = 0; i < findings.lines().shown().size(); i++) {
            if (findings.lines().notes().isNote(i)) {
                if (count == 0) {
                    line("");
                    line("notes in the result");
                }
                if (count < MAX_LISTED) {
                    line("  " + printable(findings.lines().shown().get(i)));
                }
                count++;
            }
        }
        more(count, "notes");
    }

    private void more(int count, String what) {
        if (count > MAX_LISTED) {
            line(String.format(Locale.ROOT, "  and %,d more %s", count - MAX_LISTED, what));
        }
    }

    /** Without what would steer a terminal, and not too long. */
    private static String printable(String text) {
        String shown = text.strip();
        if (shown.length() > MAX_NOTE_CHARS) {
            int end = Character.isHighSurrogate(shown.charAt(MAX_NOTE_CHARS - 1)) ? MAX_NOTE_CHARS - 1 : MAX_NOTE_CHARS;
            shown = shown.substring(0, end) + "…";
        }
        StringBuilder safe = new StringBuilder();
        shown.codePoints().forEach(c -> safe.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return safe.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
