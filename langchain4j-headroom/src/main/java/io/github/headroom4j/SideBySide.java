package io.github.headroom4j;

import io.github.headroom4j.Explanation.Findings;
import io.github.headroom4j.Explanation.Lines;
import io.github.headroom4j.original.OriginalMarker;
import java.util.Locale;

/** The original on the left, what the model reads on the right, in rows that belong together. */
final class SideBySide {

    /** A page of more lines per side is no longer read, and makes a browser slow. */
    private static final int MAX_SHOWN = 4_000;

    /** A run of lines that met the same fate is folded if it is longer. */
    private static final int MAX_OPEN_RUN = 4;

    /** Lines that the model reads in some form stay open for longer. */
    private static final int MAX_OPEN_READ = 24;

    /** So many lines of a folded run can be opened. */
    private static final int MAX_RUN = 400;

    private static final int MAX_LINE_CHARS = 600;

    private final Lines lines;
    private final Findings findings;
    private final HtmlWriter out;
    private int shownLeft;
    private int shownRight;

    SideBySide(Findings findings, HtmlWriter out) {
        this.findings = findings;
        this.lines = findings.lines();
        this.out = out;
    }

    void write() {
        out.raw("<section class=\"diff\">\n<div class=\"row head\"><div>Original<small>")
                .text(count(lines.original().size() + lines.unseen(), findings.tokensBefore()))
                .raw("</small></div><div>What the model reads<small>")
                .text(count(lines.shown().size(), findings.tokensAfter()))
                .raw("</small></div></div>\n");
        int left = 0;
        int right = 0;
        for (int[] pair : lines.alignment().sideBySide()) {
            gap(left, pair[0], right, pair[1]);
            pair(pair[0], pair[1]);
            left = pair[0] + 1;
            right = pair[1] + 1;
        }
        gap(left, lines.original().size(), right, lines.shown().size());
        cutOff();
        out.raw("</section>\n");
    }

    private static String count(int lines, int tokens) {
        return String.format(Locale.ROOT, "%,d lines, %,d tokens", lines, tokens);
    }

    private void pair(int left, int right) {
        if (shownLeft >= MAX_SHOWN || shownRight >= MAX_SHOWN) {
            return;
        }
        out.raw("<div class=\"row\"><div>");
        line(lines.fates().get(left).style(), left, lines.original().get(left));
        out.raw("</div><div>");
        line(styleOfShown(right), right, lines.shown().get(right));
        out.raw("</div></div>\n");
        shownLeft++;
        shownRight++;
    }

    private void gap(int left, int leftEnd, int right, int rightEnd) {
        if ((left == leftEnd && right == rightEnd) || (shownLeft >= MAX_SHOWN && shownRight >= MAX_SHOWN)) {
            return;
        }
        out.raw("<div class=\"row gap\"><div>");
        int start = left;
        while (start < leftEnd && shownLeft < MAX_SHOWN) {
            int end = start + 1;
            while (end < leftEnd && lines.fates().get(end) == lines.fates().get(start)) {
                end++;
            }
            run(start, end);
            start = end;
        }
        out.raw("</div><div>");
        for (int i = right; i < rightEnd && shownRight < MAX_SHOWN; i++, shownRight++) {
            line(styleOfShown(i), i, lines.shown().get(i));
        }
        out.raw("</div></div>\n");
    }

    /** Lines of the original that met the same fate: some of them open if the model reads them, the rest folded. */
    private void run(int start, int end) {
        LineFate fate = lines.fates().get(start);
        boolean read = fate.isKept() || fate == LineFate.RESHAPED;
        int limit = read ? MAX_OPEN_READ : MAX_OPEN_RUN;
        int open = end - start <= limit ? end : read ? start + limit : start;
        lines(fate, start, open);
        if (open < end && shownLeft < MAX_SHOWN) {
            out.raw("<details class=\"" + fate.style() + "\"><summary>")
                    .text(String.format(
                            Locale.ROOT, open > start ? "%,d more %s" : "%,d lines %s", end - open, fate.verb()))
                    .raw("<small>")
                    .text((open + 1) + "–" + end)
                    .raw("</small></summary>");
            lines(fate, open, end);
            out.raw("</details>");
        }
    }

    private void lines(LineFate fate, int start, int end) {
        int last = Math.min(Math.min(end, start + MAX_RUN), start + Math.max(0, MAX_SHOWN - shownLeft));
        for (int i = start; i < last; i++) {
            line(fate.style(), i, lines.original().get(i));
        }
        shownLeft += last - start;
        if (last < end) {
            out.raw("<div class=\"more\">")
                    .text(String.format(Locale.ROOT, "and %,d more", end - last))
                    .raw("</div>");
        }
    }

    private String styleOfShown(int index) {
        String line = lines.shown().get(index);
        int partner = lines.alignment().originalOf(index);
        if (partner >= 0) {
            return lines.fates().get(partner).style();
        }
        boolean marker = index == lines.shown().size() - 1
                && OriginalMarker.refAtEndOf(line).isPresent();
        return marker || lines.notes().isNote(index) ? "folded note" : "reshaped";
    }

    private void line(String style, int index, String text) {
        out.raw("<div class=\"line " + style + "\"><i>" + (index + 1) + "</i><span>");
        if (text.length() > MAX_LINE_CHARS) {
            int end = Character.isHighSurrogate(text.charAt(MAX_LINE_CHARS - 1)) ? MAX_LINE_CHARS - 1 : MAX_LINE_CHARS;
            out.text(text.substring(0, end))
                    .text(String.format(Locale.ROOT, "… %,d characters more", text.length() - end));
        } else {
            out.text(text);
        }
        out.raw("</span></div>");
    }

    private void cutOff() {
        int hidden = lines.original().size()
                + lines.unseen()
                - Math.min(lines.original().size(), MAX_SHOWN);
        if (hidden > 0 || lines.shown().size() > MAX_SHOWN) {
            out.raw("<div class=\"more\">")
                    .text(String.format(
                            Locale.ROOT, "This page shows the first %,d lines of each side at most.", MAX_SHOWN))
                    .raw("</div>");
        }
    }
}
