package io.github.headroom4j;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.Explanation.Findings;
import io.github.headroom4j.Explanation.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;

/** An explanation as one page that loads nothing and runs nothing. */
final class ExplanationPage {

    private static final int MAX_PARTS = 50;
    private static final int MAX_QUERY_CHARS = 300;

    private final Findings findings;
    private final HtmlWriter out = new HtmlWriter();

    ExplanationPage(Findings findings) {
        this.findings = findings;
    }

    String render() {
        String headline = ExplanationText.headline(findings);
        // The policy keeps a browser from loading or running anything, even if something got past the escaping.
        out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .text(headline)
                .raw("</title>\n<style>\n" + css() + "</style>\n</head>\n<body>\n<main>\n<h1>")
                .text(headline)
                .raw("</h1>\n");
        subtitle();
        out.raw("<div class=\"cards\">\n");
        tokens();
        steps();
        fates();
        out.raw("</div>\n");
        parts();
        new SideBySide(findings, out).write();
        footer();
        return out.raw("</main>\n</body>\n</html>\n").toString();
    }

    private void subtitle() {
        CompressionRequest request = findings.request();
        out.raw("<p class=\"sub\">");
        if (!request.tool().isEmpty()) {
            out.text("tool " + shortened(request.tool()) + " · ");
        }
        out.text(
                request.query().isBlank()
                        ? "no question"
                        : "question: " + shortened(request.query().strip()));
        out.raw("</p>\n");
    }

    private void tokens() {
        out.raw("<section class=\"card\"><h2>Tokens</h2><div class=\"big\">")
                .text(DecisionTrail.percent(findings.saved()))
                .raw(" <small>saved</small></div><div class=\"bars\">");
        bar("before", findings.tokensBefore());
        lossless().ifPresent(tokens -> bar("lossless alone", tokens));
        bar(findings.result() instanceof Compressed ? "after" : "unchanged", findings.tokensAfter());
        out.raw("</div></section>\n");
    }

    /** Only of interest where it is not the outcome itself. */
    private OptionalInt lossless() {
        return findings.result() instanceof Compressed compressed
                        && compressed.step() == CompressionResult.Step.SELECTED
                ? findings.losslessTokens()
                : OptionalInt.empty();
    }

    private void bar(String name, int tokens) {
        double share = findings.tokensBefore() == 0 ? 0 : 100.0 * tokens / findings.tokensBefore();
        out.raw("<span>")
                .text(name)
                .raw(String.format(
                        Locale.ROOT,
                        "</span><div class=\"bar\"><i style=\"width:%.1f%%\"></i></div><b>%,d</b>",
                        share,
                        tokens));
    }

    private void steps() {
        out.raw("<section class=\"card\"><h2>Steps</h2><table class=\"steps\">");
        for (Explanation.Step step : findings.steps()) {
            out.raw("<tr><td>")
                    .text(step.name())
                    .raw("</td><td>")
                    .text(step.outcome())
                    .raw("</td></tr>");
        }
        out.raw("</table></section>\n");
    }

    private void fates() {
        out.raw("<section class=\"card\"><h2>Lines of the original</h2><table class=\"fates\">");
        for (LineFate fate : LineFate.values()) {
            long count = findings.lines().count(fate);
            if (count > 0) {
                out.raw(String.format(Locale.ROOT, "<tr><td>%,d</td><td><span class=\"tag %s\">", count, fate.style()))
                        .text(fate.verb())
                        .raw("</span>")
                        .text(fate.why())
                        .raw("</td></tr>");
            }
        }
        out.raw("</table></section>\n");
    }

    private void parts() {
        if (findings.parts().size() < 2) {
            return;
        }
        out.raw("<section class=\"card parts\"><h2>Parts</h2><table>");
        for (Part part :
                findings.parts().subList(0, Math.min(MAX_PARTS, findings.parts().size()))) {
            out.raw("<tr><td>")
                    .text("lines " + part.firstLine() + "–" + part.lastLine())
                    .raw("</td><td>")
                    .text(DecisionTrail.describe(part))
                    .raw("</td><td>")
                    .text(DecisionTrail.tokens(part.tokens()))
                    .raw("</td></tr>");
        }
        out.raw("</table>");
        if (findings.parts().size() > MAX_PARTS) {
            out.raw("<p class=\"more\">")
                    .text("and " + (findings.parts().size() - MAX_PARTS) + " more")
                    .raw("</p>");
        }
        out.raw("</section>\n");
    }

    private void footer() {
        out.raw("<footer>")
                .text(
                        "Found by comparing both texts line by line and by reading the notes in the result. A line counts as"
                                + " re-encoded if all its words stand in the result; the reason why a line was kept is what its own"
                                + " text tells. What is folded or left out can be read back through the retrieve tool.")
                .raw("</footer>\n");
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_QUERY_CHARS) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_QUERY_CHARS - 1)) ? MAX_QUERY_CHARS - 1 : MAX_QUERY_CHARS;
        return text.substring(0, end) + "…";
    }

    private static String css() {
        try (InputStream in = ExplanationPage.class.getResourceAsStream("explanation.css")) {
            if (in == null) {
                throw new IllegalStateException("explanation.css is not beside " + ExplanationPage.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("explanation.css cannot be read", e);
        }
    }
}
