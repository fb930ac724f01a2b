package io.github.headroom4j.eval.workload.codereview.reviewer;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Tokens that stand in the place of others within a change. Immutable.
 *
 * @param change the change
 * @param before all tokens of its removed lines
 * @param from the first removed token
 * @param until after the last removed token
 * @param after all tokens of its added lines
 * @param to the first added token
 * @param end after the last added token
 */
record Edit(Change change, List<Token> before, int from, int until, List<Token> after, int to, int end) {

    private static final int FEW = 3;

    List<Token> removed() {
        return before.subList(from, until);
    }

    List<Token> added() {
        return after.subList(to, end);
    }

    String removedText() {
        return text(removed());
    }

    String addedText() {
        return text(added());
    }

    boolean replaces(String one, String other) {
        return removedText().equals(one) && addedText().equals(other);
    }

    /** An added token by its distance from the edit's first, or an empty mark outside. */
    String around(int distance) {
        int at = to + distance;
        return at < 0 || at >= after.size() ? "" : after.get(at).text();
    }

    String aroundRemoved(int distance) {
        int at = from + distance;
        return at < 0 || at >= before.size() ? "" : before.get(at).text();
    }

    /** Where it is in the new file. */
    int line() {
        return change.lineOf(after, to);
    }

    /**
     * Whether its change is of few words in as many lines and of one in its line, as a slip is: what was rewritten says the same in
     * another way.
     */
    boolean isLone() {
        List<Edit> all = change.edits();
        return all.size() <= FEW
                && change.removed().size() == change.added().size()
                && all.stream().filter(edit -> edit.line() == line()).count() == 1;
    }

    static String text(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    }
}
