package io.github.headroom4j.compressor.html;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;

/** Text within a block: blanks as a browser shows them, links, code, alternative texts. Not thread-safe. */
final class Inline {

    private final StringBuilder text = new StringBuilder();
    private final Deque<Integer> starts = new ArrayDeque<>();
    private int first;
    private int last;

    void text(TextNode node) {
        String whole = node.getWholeText();
        append(whole);
        Range range = node.sourceRange();
        if (!whole.isBlank() && range.isTracked()) {
            first = first == 0 ? range.start().lineNumber() : first;
            last = Math.max(last, range.end().lineNumber());
        }
    }

    /** Adds text, each run of blanks as one. */
    void append(String some) {
        for (int i = 0; i < some.length(); i++) {
            char c = some.charAt(i);
            if (c > ' ' && c != '\u00a0') {
                text.append(c);
            } else {
                blank();
            }
        }
    }

    private void blank() {
        if (text.length() > 0 && text.charAt(text.length() - 1) > ' ') {
            text.append(' ');
        }
    }

    /** Whether an element is one that is written within a block; opens it. */
    void open(Element element) {
        switch (element.normalName()) {
            case "a", "code", "kbd", "samp", "tt" -> starts.push(text.length());
            case "br" -> text.append('\n');
            case "img" -> image(element);
            case "input" -> input(element);
            case "textarea" -> append(" " + element.attr("placeholder"));
            case "option", "td", "th" -> blank();
            default -> {
                // Its text speaks for itself.
            }
        }
    }

    void close(Element element) {
        switch (element.normalName()) {
            case "a" -> link(starts.pop(), element.attr("href").strip());
            case "code", "kbd", "samp", "tt" -> code(starts.pop());
            default -> {
                // Nothing was opened.
            }
        }
    }

    private void image(Element element) {
        String alt = element.attr("alt").strip();
        if (!alt.isEmpty()) {
            append("![" + alt + "]");
        }
    }

    private void input(Element element) {
        String type = element.attr("type");
        if (!type.equals("hidden")) {
            String shown = type.equals("submit") || type.equals("button")
                    ? element.attr("value")
                    : element.attr("placeholder");
            append(shown.isEmpty() ? "" : " [" + shown + "]");
        }
    }

    /** A target within the page, or a script, leads a reader nowhere. */
    private void link(int start, String target) {
        int from = skipBlanks(start);
        boolean leads = !target.isEmpty()
                && target.charAt(0) != '#'
                && !target.regionMatches(true, 0, "javascript:", 0, 11)
                && !target.regionMatches(true, 0, "data:", 0, 5);
        if (leads && from < text.length() && text.indexOf("\n", from) < 0) {
            trimEnd();
            text.insert(from, '[').append("](").append(escaped(target)).append(')');
        }
    }

    /** A target as Markdown's notation of links can hold it. */
    private static String escaped(String target) {
        return target.replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("\n", "");
    }

    private void code(int start) {
        int from = skipBlanks(start);
        if (from < text.length() && text.indexOf("`", from) < 0) {
            text.insert(from, '`');
            text.append('`');
        }
    }

    private int skipBlanks(int start) {
        int from = Math.min(start, text.length());
        while (from < text.length() && text.charAt(from) <= ' ') {
            from++;
        }
        return from;
    }

    private void trimEnd() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        text.setLength(end);
    }

    /** What was written, and starts anew. */
    String take() {
        trimEnd();
        String taken = text.toString();
        text.setLength(0);
        // What is still open goes on in the next block, from its beginning.
        int open = starts.size();
        starts.clear();
        starts.addAll(Collections.nCopies(open, 0));
        first = 0;
        last = 0;
        return taken;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }
}
