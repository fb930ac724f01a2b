package io.github.headroom4j.eval.workload.codereview.reviewer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds methods by their braces. Linear, but for looking back over the header of each. */
final class SeenMethods {

    /** A header is not longer. */
    private static final int MAX_HEADER = 200;

    private static final Set<String> STATEMENTS =
            Set.of("if", "for", "while", "switch", "catch", "synchronized", "try", "do", "else", "super", "this");

    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");

    private enum Block {
        TYPE,
        METHOD,
        OTHER
    }

    private record Open(Block block, int at, int headerFrom, int nameAt) {}

    private final List<Token> tokens;
    private final List<SeenMethod> methods = new ArrayList<>();

    private SeenMethods(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<SeenMethod> in(List<Token> tokens) {
        SeenMethods reading = new SeenMethods(tokens);
        reading.read();
        return List.copyOf(reading.methods);
    }

    private void read() {
        Deque<Open> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("{")) {
                open.push(opened(i, open.peek()));
            } else if (tokens.get(i).is("}") && !open.isEmpty()) {
                close(open.pop(), i);
            }
        }
        // A text that was cut off ends within its last method.
        while (!open.isEmpty()) {
            close(open.pop(), tokens.size() - 1);
        }
    }

    private void close(Open block, int end) {
        if (block.block() == Block.METHOD) {
            int parenthesis = block.nameAt() + 1;
            methods.add(new SeenMethod(
                    tokens.get(block.nameAt()).text(),
                    tokens.subList(block.headerFrom(), block.at()),
                    tokens.subList(parenthesis + 1, closing(parenthesis, block.at())),
                    tokens.subList(block.at() + 1, Math.max(block.at() + 1, end)),
                    tokens.get(block.headerFrom()).line(),
                    tokens.get(end).line()));
        }
    }

    private Open opened(int brace, @Nullable Open outer) {
        int from = brace;
        while (from > 0
                && brace - from < MAX_HEADER
                && !";{}".contains(tokens.get(from - 1).text())) {
            from--;
        }
        boolean member = outer == null || outer.block() == Block.TYPE;
        List<Token> header = tokens.subList(from, brace);
        if (header.stream().anyMatch(token -> TYPES.contains(token.text()))) {
            return new Open(Block.TYPE, brace, from, -1);
        }
        if (isAnonymous(header)) {
            return new Open(Block.TYPE, brace, from, -1);
        }
        int name = member ? nameOf(from, brace) : -1;
        return new Open(name < 0 ? Block.OTHER : Block.METHOD, brace, from, name);
    }

    private static boolean isAnonymous(List<Token> header) {
        return !header.isEmpty()
                && header.get(header.size() - 1).is(")")
                && SeenMethod.has(header, "new")
                && !SeenMethod.has(header, "->");
    }

    /** The name before the first parenthesis that is no annotation's, or -1. */
    private int nameOf(int from, int brace) {
        for (int i = from + 1; i < brace; i++) {
            boolean named = tokens.get(i).is("(") && tokens.get(i - 1).isWord();
            boolean annotation =
                    i >= 2 && (tokens.get(i - 2).is("@") || tokens.get(i - 2).is("."));
            if (named && !annotation) {
                return STATEMENTS.contains(tokens.get(i - 1).text()) || SeenMethod.has(tokens.subList(from, i), "=")
                        ? -1
                        : i - 1;
            }
            if (named) {
                i = closing(i, brace);
            }
        }
        return -1;
    }

    private int closing(int parenthesis, int limit) {
        int depth = 0;
        for (int i = parenthesis; i < limit; i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return limit;
    }
}
