package io.github.headroom4j.eval.page;

import org.jsoup.nodes.Element;

/** A table that scrolls in itself where it is wider than the page. Names come first, figures after. Not thread-safe. */
final class Grid {

    private final Element body;
    private final int names;

    /**
     * An empty table.
     *
     * @param parent where to
     * @param caption what it holds
     * @param names how many of the columns hold names; the first of them heads its row
     * @param headers the columns' headings
     */
    Grid(Element parent, String caption, int names, String... headers) {
        this.names = names;
        // Whoever has no mouse must be able to scroll it.
        Element box = parent.appendElement("div")
                .addClass("scroll")
                .attr("role", "region")
                .attr("tabindex", "0")
                .attr("aria-label", caption);
        Element table = box.appendElement("table");
        table.appendElement("caption").text(caption);
        Element row = table.appendElement("thead").appendElement("tr");
        for (int i = 0; i < headers.length; i++) {
            Element cell = row.appendElement("th").attr("scope", "col").text(headers[i]);
            cell.addClass(i < names ? "name" : "number");
        }
        body = table.appendElement("tbody");
    }

    /** Adds a row and returns it, so that it can be marked. */
    Element add(String... cells) {
        Element row = body.appendElement("tr");
        for (int i = 0; i < cells.length; i++) {
            Element cell = i == 0 ? row.appendElement("th").attr("scope", "row") : row.appendElement("td");
            cell.addClass(i < names ? "name" : "number").text(cells[i]);
        }
        return row;
    }
}
