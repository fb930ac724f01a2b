package io.github.headroom4j.compressor.html;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.Pace;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Writes a page's content as Markdown, walking its tree without recursion. One per page. */
final class PageWriter implements NodeFilter {

    /** Characters of visible text around the content, above which a note says where it was. */
    private static final int NOTED_CHARS = 200;

    /** Deeper lists are shown at this depth. */
    private static final int MAX_LIST_DEPTH = 8;

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "nav",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "li",
            "blockquote",
            "figure",
            "figcaption",
            "form",
            "fieldset",
            "legend",
            "address",
            "details",
            "summary",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "body",
            "html",
            "center",
            "label",
            "button",
            "select");

    private final CompressionContext context;
    private final Pace pace;
    private final PageParts parts;
    private final MarkdownLines lines = new MarkdownLines();
    private final Inline inline = new Inline();
    private String lead = "";
    private int listDepth;
    private int quoteDepth;

    private PageWriter(Document page, CompressionContext context) {
        this.context = context;
        this.pace = context.pace();
        this.parts = new PageParts(page, pace);
    }

    static MarkdownLines write(Document page, CompressionContext context) {
        PageWriter writer = new PageWriter(page, context);
        writer.title(page);
        NodeTraversor.filter(writer, page);
        writer.endBlock(true);
        return writer.lines;
    }

    private void title(Document page) {
        String title = page.title().strip();
        Element heading = page.selectFirst(PacedEvaluator.of("h1", pace));
        Element meta = page.selectFirst(PacedEvaluator.of("meta[name=description]", pace));
        if (!title.isEmpty() && (heading == null || !heading.text().equals(title))) {
            lines.add("# " + title, 1, 1);
            lines.separate();
        }
        if (meta != null && !meta.attr("content").isBlank()) {
            lines.add(meta.attr("content").strip().replace('\n', ' '), 1, 1);
            lines.separate();
        }
    }

    @Override
    public FilterResult head(Node node, int depth) {
        pace.step();
        if (node instanceof TextNode text) {
            pace.step(text.getWholeText().length());
            inline.text(text);
            return FilterResult.CONTINUE;
        }
        return node instanceof Element element ? open(element) : FilterResult.CONTINUE;
    }

    private FilterResult open(Element element) {
        if (PageParts.isUnseen(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (parts.isAround(element)) {
            endBlock(true);
            note(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        String name = element.normalName();
        if (BLOCKS.contains(name)) {
            endBlock(!isTight(name));
            begin(name);
        }
        if (name.equals("pre")) {
            endBlock(true);
            code(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("table") && PageTable.isData(element, pace)) {
            PageTable.write(element, lines, pace);
            return FilterResult.SKIP_ENTIRELY;
        }
        inline.open(element);
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            inline.close(element);
            String name = element.normalName();
            if (BLOCKS.contains(name)) {
                endBlock(!isTight(name));
                end(name);
            }
        }
        return FilterResult.CONTINUE;
    }

    /** Blocks that follow each other without a blank line. */
    private static boolean isTight(String name) {
        return switch (name) {
            case "li", "dt", "dd", "tr", "td", "th", "label", "button", "select", "legend" -> true;
            default -> false;
        };
    }

    private void begin(String name) {
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> lead = "#".repeat(name.charAt(1) - '0') + " ";
            case "ul", "ol" -> listDepth++;
            case "li" -> lead = "  ".repeat(Math.max(0, Math.min(listDepth, MAX_LIST_DEPTH) - 1)) + "- ";
            case "dd" -> lead = ": ";
            case "blockquote" -> quoteDepth++;
            default -> {
                // No mark of its own.
            }
        }
    }

    private void end(String name) {
        switch (name) {
            case "ul", "ol" -> listDepth--;
            case "blockquote" -> quoteDepth--;
            default -> {
                // No mark of its own.
            }
        }
        if (!name.equals("li") || lead.endsWith("- ")) {
            lead = "";
        }
    }

    private void endBlock(boolean separate) {
        int first = inline.first();
        int last = inline.last();
        String text = inline.take();
        boolean nested = listDepth > 0;
        if (!text.isBlank()) {
            String quote = quoteDepth > 0 ? "> " : "";
            for (String line : text.split("\n", -1)) {
                if (!line.isBlank()) {
                    lines.add(quote + lead + line.strip(), first, last);
                    lead = " ".repeat(lead.endsWith("- ") ? lead.length() : 0);
                }
            }
            lead = "";
        }
        if (separate && !nested) {
            lines.separate();
        }
    }

    private void code(Element pre) {
        String code = pre.wholeText().stripTrailing();
        if (code.isBlank()) {
            return;
        }
        String fence = code.contains("```") ? "~~~~" : "```";
        int line = pre.sourceRange().isTracked() ? pre.sourceRange().start().lineNumber() : 0;
        lines.add(fence + language(pre), line, line);
        for (String one : code.split("\n", -1)) {
            lines.add(one.stripTrailing(), line, line);
            line += line > 0 ? 1 : 0;
        }
        lines.add(fence, 0, 0);
        lines.separate();
    }

    private static String language(Element pre) {
        Element code = pre.selectFirst("code");
        String names = pre.className() + " " + (code == null ? "" : code.className());
        for (String name : names.split(" ", -1)) {
            if (name.startsWith("language-") || name.startsWith("lang-")) {
                return name.substring(name.indexOf('-') + 1);
            }
        }
        return "";
    }

    private void note(Element element) {
        if (parts.length(element) >= NOTED_CHARS
                && element.endSourceRange().isTracked()
                && !element.endSourceRange().isImplicit()) {
            int first = element.sourceRange().start().lineNumber();
            int last = element.endSourceRange().end().lineNumber();
            if (last > first) {
                int before = context.firstLine() - 1;
                lines.add(Elision.lines(first + before, last + before), first, last);
                lines.separate();
            }
        }
    }
}
