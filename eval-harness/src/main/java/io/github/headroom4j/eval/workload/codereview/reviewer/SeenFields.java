package io.github.headroom4j.eval.workload.codereview.reviewer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the names of fields: what is declared within a type and outside of its methods. Linear. */
final class SeenFields {

    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");

    private SeenFields() {}

    static Set<String> in(List<Token> tokens) {
        Set<String> fields = new LinkedHashSet<>();
        Deque<Boolean> inType = new ArrayDeque<>();
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            if (text.equals("{")) {
                List<Token> header = tokens.subList(start, i);
                boolean type = header.stream().anyMatch(token -> TYPES.contains(token.text()));
                boolean value = Boolean.TRUE.equals(inType.peek()) && isField(header);
                if (value) {
                    fields.add(nameOf(header));
                }
                inType.push(type);
                start = i + 1;
            } else if (text.equals("}")) {
                inType.poll();
                start = i + 1;
            } else if (text.equals(";")) {
                List<Token> statement = tokens.subList(start, i);
                if (Boolean.TRUE.equals(inType.peek()) && isField(statement)) {
                    fields.add(nameOf(statement));
                }
                start = i + 1;
            }
        }
        return fields;
    }

    /** A type, a name, and perhaps a value: no parenthesis before it. */
    private static boolean isField(List<Token> statement) {
        int end = endOfName(statement);
        return end >= 2
                && statement.get(end - 1).isWord()
                && statement.subList(0, end).stream().noneMatch(token -> token.is("(") || token.is("->"));
    }

    private static String nameOf(List<Token> statement) {
        return statement.get(endOfName(statement) - 1).text();
    }

    private static int endOfName(List<Token> statement) {
        for (int i = 0; i < statement.size(); i++) {
            if (statement.get(i).is("=")) {
                return i;
            }
        }
        return statement.size();
    }
}
