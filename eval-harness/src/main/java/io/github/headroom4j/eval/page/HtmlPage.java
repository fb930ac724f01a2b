package io.github.headroom4j.eval.page;

import io.github.headroom4j.eval.report.Terminal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * A page that loads nothing: its policy forbids all but its own style sheet, which it names by hash. Values are set as texts
 * and attributes, so jsoup escapes them when it prints.
 */
final class HtmlPage {

    private static final String ICON =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
                    + "%3Cpath fill='%230b6e63' d='M2 2h12v3H2zM2 7h7v3H2zM2 12h3v2H2z'/%3E%3C/svg%3E";

    private final Document document = new Document("");
    private final Element body;

    HtmlPage(String title, String style) {
        document.parser(Parser.htmlParser().settings(ParseSettings.preserveCase));
        document.outputSettings()
                .charset(StandardCharsets.UTF_8)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        document.appendChild(new DocumentType("html", "", ""));
        Element html = document.appendElement("html").attr("lang", "en");
        head(html.appendElement("head"), title, "\n" + style);
        body = html.appendElement("body");
        body.appendElement("a").addClass("skip").attr("href", "#main").text("Skip to the results");
    }

    private static void head(Element head, String title, String style) {
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr(
                        "content",
                        "default-src 'none'; style-src 'sha256-" + hash(style)
                                + "'; img-src data:; base-uri 'none'; form-action 'none'");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
        head.appendElement("meta").attr("name", "referrer").attr("content", "no-referrer");
        head.appendElement("title").text(title);
        head.appendElement("link").attr("rel", "icon").attr("href", ICON);
        head.appendElement("style").appendChild(new DataNode(style));
    }

    Element header() {
        return body.appendElement("header");
    }

    /** Links to the sections that have something to tell, and the sections. */
    void sections(List<Section> sections) {
        List<Section> told = sections.stream().filter(Section::hasContent).toList();
        Element list = body.appendElement("nav").attr("aria-label", "Contents").appendElement("ul");
        Element main = body.appendElement("main").attr("id", "main").attr("tabindex", "-1");
        for (int i = 0; i < told.size(); i++) {
            Section section = told.get(i);
            String id = Words.id(section.title(), i + 1);
            list.appendElement("li").appendElement("a").attr("href", "#" + id).text(section.title());
            Element element = main.appendElement("section").attr("id", id).attr("aria-labelledby", id + "-h");
            element.appendElement("h2").attr("id", id + "-h").text(section.title());
            section.into(element);
        }
    }

    Element footer() {
        return body.appendElement("footer");
    }

    /** Without the characters by which names from outside could turn the direction of what follows. */
    String text() {
        String page = document.outerHtml().replace("<section", "\n<section").replace("<tr>", "\n<tr>") + "\n";
        return Terminal.safe(page);
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
