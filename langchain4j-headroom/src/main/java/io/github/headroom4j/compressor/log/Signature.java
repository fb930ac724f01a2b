package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.template.LineScanner;
import io.github.headroom4j.compressor.template.LogTemplate;

/**
 * What tells kinds of warnings and errors apart: a template's text without what is data in it beside its variables. That
 * is the rest of a quoted path or address after its first segment ("GET /carts…"), and a value after an equals sign that
 * a variable is a part of ({@code cart=north-4605}).
 */
final class Signature {

    private static final char VARIABLE = '\u0001';

    private final String text;
    private final StringBuilder out = new StringBuilder();

    private Signature(String text) {
        this.text = text;
    }

    static String of(LogTemplate template) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < template.size(); i++) {
            switch (template.kind(i)) {
                case LineScanner.WORD -> text.append(template.word(i));
                case LineScanner.SPACE -> text.append(' ');
                default -> text.append(VARIABLE);
            }
        }
        return new Signature(text.toString()).reduce();
    }

    private String reduce() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            out.append(c);
            at++;
            if (c == '"') {
                at = quoted(at);
            } else if (c == '=') {
                at = value(at);
            }
        }
        return out.toString();
    }

    /** Copies what is in quotes up to the end of the first path segment. */
    private int quoted(int start) {
        int close = text.indexOf('"', start);
        if (close < 0) {
            return start;
        }
        int slash = text.indexOf('/', start);
        if (slash < 0 || slash > close) {
            out.append(text, start, close + 1);
            return close + 1;
        }
        int end = slash + 1;
        while (end < close && "/?#& ".indexOf(text.charAt(end)) < 0 && text.charAt(end) != VARIABLE) {
            end++;
        }
        out.append(text, start, end).append('"');
        return close + 1;
    }

    private int value(int start) {
        int end = start;
        boolean variable = false;
        while (end < text.length() && " &,;\"')]}".indexOf(text.charAt(end)) < 0) {
            variable |= text.charAt(end) == VARIABLE;
            end++;
        }
        return variable ? end : start;
    }
}
