package io.github.headroom4j;

/**
 * Builds a page. Whatever comes from outside goes through {@link #text}, which leaves no character that could begin markup,
 * end an attribute, hide text or turn its direction.
 */
final class HtmlWriter {

    private final StringBuilder out = new StringBuilder();

    /** Markup of our own. */
    HtmlWriter raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Any text. */
    HtmlWriter text(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            append(c);
            i += Character.charCount(c);
        }
        return this;
    }

    private void append(int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\t' -> out.append('\t');
            default -> {
                if (isUnsafe(c)) {
                    out.append('\uFFFD');
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    /** Controls, lone surrogates, and characters that turn the direction of what follows. */
    private static boolean isUnsafe(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
