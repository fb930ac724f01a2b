package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds blocks and comments in one pass. Braces in strings, character literals, text blocks, template strings, regular
 * expression literals and comments do not count. An unbalanced file gives the blocks that are balanced.
 */
final class BraceScanner {

    /** A header longer than this is data before a brace; its end is enough to judge it. */
    private static final int MAX_HEADER = 400;

    /** After one of these a slash opens a regular expression, not a division. */
    private static final String BEFORE_REGEX = "(,=:[!&|?{};";

    private final String text;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Span> comments = new ArrayList<>();
    private final Deque<Block> open = new ArrayDeque<>();
    private int statement;
    private int documentation = -1;
    private char previous = ';';
    private boolean tooDeep;

    private BraceScanner(String text) {
        this.text = text;
    }

    static BraceScanner scan(String text, CompressionContext context) {
        BraceScanner scanner = new BraceScanner(text);
        int at = 0;
        Pace pace = context.pace();
        while (at < text.length() && !scanner.tooDeep) {
            int from = at;
            at = scanner.step(at);
            pace.step(at - from);
        }
        return scanner;
    }

    /** Balanced blocks in the order of their opening braces; none if the nesting was too deep. */
    List<Block> blocks() {
        return tooDeep
                ? List.of()
                : blocks.stream().filter(block -> block.close >= 0).toList();
    }

    List<Span> comments() {
        return comments;
    }

    private int step(int at) {
        char c = text.charAt(at);
        int end =
                switch (c) {
                    case '"' -> text.startsWith("\"\"\"", at) ? skipTo("\"\"\"", at) : skipQuoted(at);
                    case '\'' -> skipQuoted(at);
                    case '`' -> skipTo("`", at);
                    case '/' -> skipSlash(at);
                    default -> at + 1;
                };
        if (end == at + 1) {
            punctuation(c, at);
        }
        if (c > ' ' && !isComment(at)) {
            previous = c;
        }
        return end;
    }

    private void punctuation(char c, int at) {
        switch (c) {
            case '{' -> enter(at);
            case '}' -> leave(at);
            case ';' -> endStatement(at);
            default -> {}
        }
    }

    private void enter(int at) {
        int begin = firstCodeFrom(statement, at);
        String header = text.substring(Math.max(begin, at - MAX_HEADER), at).strip();
        Block block = new Block(at, documentation >= 0 ? documentation : begin, begin, header);
        Block parent = open.peek();
        if (parent != null && block.isCallable()) {
            parent.callables++;
        }
        blocks.add(block);
        open.push(block);
        tooDeep = open.size() > CodeCompressor.MAX_DEPTH;
        endStatement(at);
    }

    private void leave(int at) {
        Block block = open.poll();
        if (block != null) {
            block.close = at;
        }
        endStatement(at);
    }

    private void endStatement(int at) {
        statement = at + 1;
        documentation = -1;
    }

    private int firstCodeFrom(int from, int to) {
        int at = from;
        while (at < to) {
            if (text.startsWith("/*", at)) {
                int close = text.indexOf("*/", at + 2);
                at = close < 0 ? to : close + 2;
            } else if (text.startsWith("//", at)) {
                at = lineEnd(at);
            } else if (text.charAt(at) <= ' ') {
                at++;
            } else {
                return at;
            }
        }
        return to;
    }

    private int skipSlash(int at) {
        if (text.startsWith("/*", at)) {
            int end = skipTo("*/", at);
            comments.add(new Span(at, end));
            documentation = documentation < 0 ? at : documentation;
            return end;
        }
        if (text.startsWith("//", at)) {
            documentation = documentation < 0 ? at : documentation;
            int end = lineEnd(at);
            comments.add(new Span(at, end));
            return end;
        }
        return BEFORE_REGEX.indexOf(previous) >= 0 ? skipQuoted(at) : at + 1;
    }

    private boolean isComment(int at) {
        return text.startsWith("//", at) || text.startsWith("/*", at);
    }

    /** Past the closing mark, or past the opening one if it is never closed. */
    private int skipTo(String close, int at) {
        int end = text.indexOf(close, at + close.length());
        return end < 0 ? (close.equals("*/") ? text.length() : at + 1) : end + close.length();
    }

    /** Past a literal that ends on its own line, or past its opening mark if it does not. */
    private int skipQuoted(int at) {
        char quote = text.charAt(at);
        for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        return at + 1;
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
