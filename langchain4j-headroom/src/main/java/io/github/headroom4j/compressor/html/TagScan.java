package io.github.headroom4j.compressor.html;

import java.util.Locale;
import java.util.Set;

/** Looks at a text's tags before a tree is built of them: whether they are HTML's, and how deep they nest at most. Linear. */
final class TagScan {

    private static final Set<String> COMMON = Set.of(
            "html",
            "head",
            "body",
            "title",
            "meta",
            "link",
            "script",
            "style",
            "div",
            "span",
            "p",
            "a",
            "ul",
            "ol",
            "li",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "br",
            "hr",
            "img",
            "form",
            "input",
            "button",
            "label",
            "select",
            "option",
            "textarea",
            "nav",
            "header",
            "footer",
            "section",
            "article",
            "main",
            "aside",
            "pre",
            "code",
            "strong",
            "em",
            "b",
            "i",
            "u",
            "small",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "figure",
            "figcaption",
            "iframe",
            "sup",
            "sub",
            "kbd",
            "details",
            "summary",
            "tt",
            "font",
            "center",
            "caption",
            "col",
            "colgroup",
            "var",
            "q",
            "abbr",
            "time",
            "mark",
            "noscript",
            "svg",
            "path");

    /** Elements without content, and those whose end tags are mostly left out. */
    private static final Set<String> NEVER_DEEP = Set.of(
            "br", "hr", "img", "input", "meta", "link", "col", "area", "base", "embed", "source", "track", "wbr", "p",
            "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "path", "circle", "rect");

    private static final int LONGEST_NAME = 20;

    private int tags;
    private int html;
    private int other;
    private int depth;
    private int deepest;

    private TagScan() {}

    static boolean isHtml(String text) {
        TagScan scan = new TagScan();
        scan.scan(text);
        return scan.isWithinLimits() && scan.html > 0 && scan.html >= scan.other;
    }

    private boolean isWithinLimits() {
        return deepest <= HtmlCompressor.MAX_DEPTH && tags <= HtmlCompressor.MAX_TAGS;
    }

    private void scan(String text) {
        for (int at = text.indexOf('<'); at >= 0 && isWithinLimits(); at = text.indexOf('<', at + 1)) {
            boolean end = at + 1 < text.length() && text.charAt(at + 1) == '/';
            int start = end ? at + 2 : at + 1;
            int stop = start;
            while (stop < text.length() && stop - start < LONGEST_NAME && isName(text.charAt(stop))) {
                stop++;
            }
            if (stop > start) {
                tag(text.substring(start, stop).toLowerCase(Locale.ROOT), end);
            }
        }
    }

    private void tag(String name, boolean end) {
        tags++;
        boolean known = COMMON.contains(name);
        html += known && !end ? 1 : 0;
        other += known || end ? 0 : 1;
        if (end) {
            depth = Math.max(0, depth - (NEVER_DEEP.contains(name) ? 0 : 1));
        } else if (!NEVER_DEEP.contains(name)) {
            depth++;
            deepest = Math.max(deepest, depth);
        }
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
    }
}
