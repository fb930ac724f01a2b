package io.github.headroom4j.compressor.html;

import io.github.headroom4j.compressor.Pace;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** A table of data as Markdown; tables that only place blocks side by side are none. */
final class PageTable {

    /** What a cell of data does not hold. */
    private static final String BLOCKS = "table,pre,h1,h2,h3,h4,ul,ol,dl,form";

    private PageTable() {}

    /** Whether a table has rows of two cells or more, and no blocks within cells. */
    static boolean isData(Element table, Pace pace) {
        if (table.attr("role").equals("presentation")) {
            return false;
        }
        boolean wide = rows(table, pace).stream().anyMatch(row -> row.childrenSize() > 1);
        return wide
                && table.children().stream()
                        .allMatch(child -> child.selectFirst(PacedEvaluator.of(BLOCKS, pace)) == null);
    }

    static void write(Element table, MarkdownLines lines, Pace pace) {
        boolean head = true;
        table.children().stream()
                .filter(child -> child.normalName().equals("caption"))
                .findFirst()
                .ifPresent(caption -> row(List.of(caption), lines, false));
        for (Element row : rows(table, pace)) {
            List<Element> cells = row.children();
            row(cells, lines, true);
            if (head) {
                int line = line(row);
                lines.add("|" + "---|".repeat(Math.max(1, cells.size())), line, line);
                head = false;
            }
        }
        lines.separate();
    }

    private static List<Element> rows(Element table, Pace pace) {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            if (child.normalName().equals("tr")) {
                rows.add(child);
            } else if (child.normalName().matches("thead|tbody|tfoot")) {
                child.children().stream()
                        .filter(row -> row.normalName().equals("tr"))
                        .forEach(rows::add);
            }
        }
        return pace.list(rows);
    }

    private static void row(List<Element> cells, MarkdownLines lines, boolean piped) {
        StringBuilder row = new StringBuilder(piped ? "|" : "");
        int first = 0;
        int last = 0;
        for (Element cell : cells) {
            Inline inline = inline(cell);
            first = first == 0 ? inline.first() : first;
            last = Math.max(last, inline.last());
            String text = inline.take().replace('\n', ' ').strip();
            row.append(piped ? " " + text.replace("|", "\\|") + " |" : text);
        }
        lines.add(row.toString(), first, last);
    }

    private static Inline inline(Element cell) {
        Inline inline = new Inline();
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (PageParts.isUnseen(node)) {
                            return FilterResult.SKIP_ENTIRELY;
                        }
                        if (node instanceof TextNode text) {
                            inline.text(text);
                        } else if (node instanceof Element element) {
                            inline.open(element);
                        }
                        return FilterResult.CONTINUE;
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            inline.close(element);
                            if (element.isBlock()) {
                                inline.append(" ");
                            }
                        }
                        return FilterResult.CONTINUE;
                    }
                },
                cell);
        return inline;
    }

    private static int line(Element element) {
        return element.sourceRange().isTracked() ? element.sourceRange().start().lineNumber() : 0;
    }
}
