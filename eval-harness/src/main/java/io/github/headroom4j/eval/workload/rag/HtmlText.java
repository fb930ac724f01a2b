package io.github.headroom4j.eval.workload.rag;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * HTML as Markdown that reads well as plain text: paragraphs on one line each, headings, items, tables and code blocks;
 * emphasis and links leave their words only. Not thread-safe.
 *
 * <p>Not by the engine's own reader of pages: a change of what is measured must not change what it is measured on.
 */
final class HtmlText {

    private record Block(String text, boolean item) {}

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder inline = new StringBuilder();
    private String bullet = "";
    private int depth;

    private HtmlText() {}

    /** Renders a fragment of HTML. */
    static String of(String html) {
        HtmlText text = new HtmlText();
        // Browsers end a formula at a tag of HTML, such as sup, which authors of comments put into it.
        String blocks = html.replace("<math>", "<div>").replace("</math>", "</div>");
        text.children(Jsoup.parseBodyFragment(blocks).body());
        text.flush();
        return text.joined();
    }

    private String joined() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            if (i > 0) {
                all.append(blocks.get(i).item() && blocks.get(i - 1).item() ? "\n" : "\n\n");
            }
            all.append(blocks.get(i).text());
        }
        return all.toString();
    }

    private void children(Element parent) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                inline.append(text.getWholeText());
            } else if (child instanceof Element element) {
                element(element);
            }
        }
    }

    private void element(Element element) {
        switch (element.normalName()) {
            case "pre" -> code(element);
            case "table" -> table(element);
            case "ul", "ol", "dl" -> list(element);
            case "li" -> item(element, bulletOf(element));
            case "dt" -> item(element, "- ");
            case "br" -> flush();
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
            case "script", "style" -> {}
            case "sup" -> script("^", element);
            case "sub" -> script("_", element);
            default -> other(element);
        }
    }

    private void other(Element element) {
        if (element.isBlock()) {
            flush();
            children(element);
            flush();
        } else {
            children(element);
        }
    }

    private void script(String sign, Element element) {
        inline.append(sign);
        children(element);
    }

    private void heading(Element heading) {
        flush();
        int level = Math.max(2, heading.normalName().charAt(1) - '0');
        blocks.add(new Block("#".repeat(level) + " " + heading.text(), false));
    }

    private void list(Element list) {
        flush();
        depth++;
        children(list);
        flush();
        depth--;
    }

    private void item(Element item, String sign) {
        flush();
        bullet = sign;
        children(item);
        flush();
        bullet = "";
    }

    private static String bulletOf(Element item) {
        Element parent = item.parent();
        return parent != null && parent.normalName().equals("ol") ? (item.elementSiblingIndex() + 1) + ". " : "- ";
    }

    private void code(Element pre) {
        flush();
        String code = pre.wholeText()
                .stripIndent()
                .replaceAll("^(?:[ \\t]*+\\n)++", "")
                .stripTrailing();
        if (!code.isEmpty()) {
            blocks.add(new Block("```\n" + code + "\n```", false));
        }
    }

    private void table(Element table) {
        flush();
        Element caption = table.selectFirst("caption");
        if (caption != null && caption.hasText()) {
            blocks.add(new Block(caption.text(), false));
        }
        List<String> rows = new ArrayList<>();
        for (Element row : table.select("tr")) {
            rows.add(row.children().stream()
                    .map(cell -> cell.text().replace("|", "\\|"))
                    .collect(Collectors.joining(" | ", "| ", " |")));
            if (rows.size() == 1) {
                rows.add("|" + "---|".repeat(row.childrenSize()));
            }
        }
        blocks.add(new Block(String.join("\n", rows), false));
    }

    /** Ends the paragraph or item at hand. */
    private void flush() {
        String text = inline.toString().replaceAll("[\\s\\u00a0]++", " ").strip();
        inline.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        String indent = "  ".repeat(Math.max(0, depth - 1));
        boolean first = !bullet.isEmpty();
        blocks.add(new Block(indent + (first || depth == 0 ? bullet : "  ") + text, depth > 0));
        bullet = "";
    }
}
