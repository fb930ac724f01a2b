package io.github.headroom4j.compressor.html;

import io.github.headroom4j.compressor.Pace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of a page are its content. What is no text or not visible never is. What looks like navigation, by its element,
 * role, class or id, is none unless it holds a good part of the page's text, in which case it does not do what it looks like.
 */
final class PageParts {

    /** Share of the page's text from which an element is content, whatever it is called. */
    private static final double GOOD_PART = 0.4;

    /** Share of the page's text that a main element must have to be all that counts. */
    private static final double MAIN_PART = 0.3;

    private static final Set<String> NO_TEXT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "canvas",
            "iframe",
            "object",
            "embed",
            "audio",
            "video",
            "map",
            "head",
            "link",
            "meta",
            "datalist",
            "dialog");

    private static final Set<String> AROUND = Set.of("nav", "aside", "footer", "header");

    private static final Set<String> AROUND_ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "search",
            "complementary",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "toolbar");

    private static final Set<String> AROUND_NAMES = Set.of(
            "nav",
            "navbar",
            "navigation",
            "menu",
            "sidebar",
            "breadcrumb",
            "breadcrumbs",
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "advert",
            "advertisement",
            "ads",
            "promo",
            "share",
            "sharing",
            "social",
            "newsletter",
            "subscribe",
            "skip",
            "skiplink",
            "footer",
            "masthead",
            "toolbar",
            "pagination",
            "popup",
            "modal",
            "overlay",
            "toc");

    // Of what holds text, which most nodes do not. Nodes are equal only if they are the same.
    private final Map<Node, Integer> lengths = new HashMap<>();
    private final Set<Node> aroundMain = new HashSet<>();
    private final Document page;
    private final Pace pace;
    private final @Nullable Element main;

    PageParts(Document page, Pace pace) {
        this.pace = pace;
        this.page = page;
        measure();
        main = main();
        for (Node node = main; node != null; node = node.parent()) {
            aroundMain.add(node);
        }
    }

    private void measure() {
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        pace.step();
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        Node parent = node.parent();
                        int length = length(node);
                        if (parent != null && length > 0 && !isUnseen(node)) {
                            lengths.merge(parent, length, Integer::sum);
                        }
                    }
                },
                page);
    }

    private @Nullable Element main() {
        for (String query : new String[] {"main", "[role=main]", "article"}) {
            Elements found = page.select(PacedEvaluator.of(query, pace));
            if (found.size() == 1 && length(found.get(0)) >= MAIN_PART * length(page)) {
                return found.get(0);
            }
        }
        return null;
    }

    /** Characters of text that a node shows. */
    int length(Node node) {
        if (node instanceof TextNode text) {
            return text.isBlank() ? 0 : text.getWholeText().length();
        }
        return lengths.getOrDefault(node, 0);
    }

    /** Whether nothing of a node is text that a browser shows. */
    static boolean isUnseen(Node node) {
        if (!(node instanceof Element element)) {
            return false;
        }
        String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
        return NO_TEXT.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || style.contains("display:none")
                || style.contains("visibility:hidden");
    }

    /** Whether an element that is seen stands around the content. */
    boolean isAround(Element element) {
        boolean outside = main != null && !aroundMain.contains(element) && !isInMain(element);
        boolean named = AROUND.contains(element.normalName())
                || AROUND_ROLES.contains(element.attr("role"))
                || isNamedAround(element.className())
                || isNamedAround(element.id());
        boolean heading = element.normalName().equals("header") && element.selectFirst("h1") != null;
        return outside
                || (named && !heading && !aroundMain.contains(element) && length(element) < GOOD_PART * length(page));
    }

    /** Since whatever is outside is skipped with all that is in it, only children of what is around the main part are asked. */
    private boolean isInMain(Element element) {
        Element parent = element.parent();
        return parent == null || parent.equals(main) || !aroundMain.contains(parent);
    }

    private static boolean isNamedAround(String names) {
        int start = 0;
        for (int i = 0; i <= names.length(); i++) {
            if (i == names.length() || !Character.isLetter(names.charAt(i))) {
                if (i > start && AROUND_NAMES.contains(names.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
