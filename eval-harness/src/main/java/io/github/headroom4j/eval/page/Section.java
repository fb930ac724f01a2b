package io.github.headroom4j.eval.page;

import org.jsoup.nodes.Element;

/** A part of the page with a heading. */
interface Section {

    /** Its heading. */
    String title();

    /** Whether there is anything to tell; sections without are left out. */
    boolean hasContent();

    /** Writes what stands below the heading. */
    void into(Element section);

    /** A paragraph. */
    static Element paragraph(Element parent, String text) {
        return parent.appendElement("p").text(text);
    }

    /** A block for one workload, with a heading of its own. */
    static Element block(Element parent, String title) {
        Element block = parent.appendElement("div").addClass("block");
        block.appendElement("h3").text(title);
        return block;
    }

    /** Side by side where there is room. */
    static Element side(Element parent) {
        return parent.appendElement("div").addClass("side");
    }

    /** A chart with a caption; the chart goes into what is returned. */
    static Element figure(Element parent, String caption) {
        Element figure = parent.appendElement("figure");
        figure.appendElement("figcaption").text(caption);
        return figure;
    }
}
