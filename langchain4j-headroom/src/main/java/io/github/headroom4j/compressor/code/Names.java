package io.github.headroom4j.compressor.code;

/** The names in a text. Immutable. */
final class Names {

    private final String text;

    Names(String text) {
        this.text = text;
    }

    String first(Span span) {
        int start = span.start();
        while (start < span.end() && !Character.isJavaIdentifierStart(text.charAt(start))) {
            start++;
        }
        return text.substring(start, Math.max(start, Math.min(span.end(), JavaLexer.endOfWord(text, start))));
    }

    /** The last name outside of brackets: {@code c *Client[T]} is Client, {@code this.a.b} is b. */
    String last(Span span) {
        int bracket = text.indexOf('[', span.start());
        int end = bracket > span.start() && bracket < span.end() ? bracket : span.end();
        while (end > span.start() && !Character.isJavaIdentifierPart(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > span.start() && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }
}
