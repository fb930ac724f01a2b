package io.github.headroom4j.eval.workload.codereview.reviewer;

import java.util.ArrayList;
import java.util.List;

/** Calls in tokens. Stateless. */
final class Calls {

    /**
     * A call.
     *
     * @param name the method
     * @param at the index of the name
     * @param receiver what stands before the point before it, empty if nothing does
     * @param arguments the tokens of each argument
     */
    record Call(String name, int at, String receiver, List<List<Token>> arguments) {}

    private Calls() {}

    static List<Call> in(List<Token> tokens) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord() && tokens.get(i + 1).is("(")) {
                int end = closing(tokens, i + 1);
                String receiver =
                        i >= 2 && tokens.get(i - 1).is(".") ? tokens.get(i - 2).text() : "";
                calls.add(new Call(
                        tokens.get(i).text(),
                        i,
                        receiver,
                        SeenMethod.split(tokens.subList(i + 2, Math.max(i + 2, end)))));
            }
        }
        return calls;
    }

    /** The index of the parenthesis, bracket or brace that closes, or the end. */
    static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            depth += "([{".contains(text) ? 1 : ")]}".contains(text) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    static long count(List<Token> tokens, String name) {
        return in(tokens).stream().filter(call -> call.name().equals(name)).count();
    }
}
