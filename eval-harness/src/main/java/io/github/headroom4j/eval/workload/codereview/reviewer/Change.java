package io.github.headroom4j.eval.workload.codereview.reviewer;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that stand in the place of others. Immutable.
 *
 * @param path the file
 * @param removed the lines that were there
 * @param added the lines that are there now
 * @param number where in the new file
 */
record Change(String path, List<DiffLine> removed, List<DiffLine> added, int number) {

    /** Tokens of a change; more is a rewrite that cannot be compared word by word in reasonable time. */
    private static final int MAX_TOKENS = 4_000;

    List<Token> removedTokens() {
        return JavaTokens.of(removed.stream().map(DiffLine::text).toList());
    }

    List<Token> addedTokens() {
        return JavaTokens.of(added.stream().map(DiffLine::text).toList());
    }

    /** What differs token by token, in order; nothing if everything was rewritten. */
    List<Edit> edits() {
        List<Token> before = removedTokens();
        List<Token> after = addedTokens();
        List<Edit> edits = new ArrayList<>();
        if (before.size() + after.size() > MAX_TOKENS) {
            return edits;
        }
        for (AbstractDelta<Token> delta : DiffUtils.diff(before, after).getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = delta.getTarget().getPosition();
            edits.add(new Edit(
                    this,
                    before,
                    from,
                    from + delta.getSource().size(),
                    after,
                    to,
                    to + delta.getTarget().size()));
        }
        return edits;
    }

    /** The number of the line of an added token. */
    int lineOf(List<Token> after, int index) {
        if (added.isEmpty() || after.isEmpty()) {
            return number;
        }
        Token token = after.get(Math.max(0, Math.min(index, after.size() - 1)));
        return added.get(token.line()).number();
    }
}
