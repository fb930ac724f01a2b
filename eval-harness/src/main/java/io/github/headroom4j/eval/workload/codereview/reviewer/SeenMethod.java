package io.github.headroom4j.eval.workload.codereview.reviewer;

import java.util.ArrayList;
import java.util.List;

/**
 * A method as far as it can be seen. Immutable.
 *
 * @param name its name
 * @param header the tokens from its annotations and modifiers to what stands before its body
 * @param parameters the tokens between the parentheses of its declaration
 * @param body the tokens within its braces; none if it was left out
 * @param first the index of its first line
 * @param last the index of its last line
 */
record SeenMethod(String name, List<Token> header, List<Token> parameters, List<Token> body, int first, int last) {

    boolean declares(String modifier) {
        return has(header, modifier);
    }

    boolean uses(String word) {
        return has(body, word);
    }

    /** Whether a method is called in its body. */
    boolean calls(String method) {
        for (int i = 0; i + 1 < body.size(); i++) {
            if (body.get(i).is(method) && body.get(i + 1).is("(")) {
                return true;
            }
        }
        return false;
    }

    /** The names of its parameters in order. */
    List<String> parameterNames() {
        List<String> names = new ArrayList<>();
        split(parameters)
                .forEach(one ->
                        names.add(one.isEmpty() ? "" : one.get(one.size() - 1).text()));
        return names;
    }

    /** What stands between the commas that are in no parentheses, brackets or braces of their own. */
    static List<List<Token>> split(List<Token> list) {
        List<List<Token>> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.size(); i++) {
            String text = list.get(i).text();
            depth += "([{<".contains(text) ? 1 : ")]}>".contains(text) ? -1 : 0;
            if (text.equals(",") && depth <= 0) {
                parts.add(list.subList(start, i));
                start = i + 1;
            }
        }
        if (!list.isEmpty()) {
            parts.add(list.subList(start, list.size()));
        }
        return parts;
    }

    static boolean has(List<Token> tokens, String text) {
        return tokens.stream().anyMatch(token -> token.is(text));
    }
}
