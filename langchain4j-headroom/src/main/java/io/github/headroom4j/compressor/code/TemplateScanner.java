package io.github.headroom4j.compressor.code;

import java.util.BitSet;

/** Finds where a template string ends whose code may hold template strings, with a stack of its own. */
final class TemplateScanner {

    private final String text;
    /** For each brace and mark that is open, whether it is a mark, so that what follows is text and not code. */
    private final BitSet open = new BitSet();

    private int depth;

    TemplateScanner(String text) {
        this.text = text;
    }

    /** After the mark that closes what a mark opens; -1 if none does. */
    int endOf(int mark) {
        push(true);
        for (int i = mark + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inText = open.get(depth - 1);
            if (c == '\\') {
                i++;
            } else if (c == '`') {
                if (inText) {
                    depth--;
                } else {
                    push(true);
                }
            } else if (inText && text.startsWith("${", i)) {
                push(false);
                i++;
            } else if (!inText && (c == '{' || c == '}')) {
                brace(c);
            }
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private void brace(char c) {
        if (c == '{') {
            push(false);
        } else {
            depth--;
        }
    }

    private void push(boolean mark) {
        open.set(depth++, mark);
    }
}
