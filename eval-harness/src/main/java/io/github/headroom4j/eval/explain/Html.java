package io.github.headroom4j.eval.explain;

import io.github.headroom4j.eval.report.Terminal;

/**
 * Builds a page. Whatever comes from outside goes through {@link #text}, which leaves no character that could begin markup,
 * end an attribute, hide text or turn its direction.
 */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** Markup of our own. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Any text. */
    Html text(String text) {
        Terminal.safe(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c);
            }
        });
        return this;
    }

    /** An element that holds nothing but a text. */
    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
