package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.question.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an answer cites: its numbers, identifiers and paths that stand in a tool result before it and that neither the user nor the
 * system prompt had said. Immutable.
 *
 * @param gapped the answer with a numbered gap for each, the same for the same value
 * @param cited the values
 */
record Citations(String gapped, List<Cited> cited) {

    /** More values than this, 20, are a list that was copied. */
    static final int MAX_GAPS = 20;

    /**
     * A value.
     *
     * @param gap its number, from 1
     * @param value the value
     * @param call the first call whose result holds it
     */
    record Cited(int gap, String value, int call) {}

    boolean isEmpty() {
        return cited.isEmpty();
    }

    /** Of the answer of a turn. */
    static Citations of(SessionScript script, int turn) {
        int calls = script.turns().subList(0, turn + 1).stream()
                .mapToInt(SessionScript.Part::calls)
                .sum();
        List<RecordedCall> results = script.calls().subList(0, calls);
        StringBuilder said = new StringBuilder(script.system());
        script.turns().subList(0, turn + 1).forEach(one -> said.append('\n').append(one.question()));
        Map<String, Integer> known = new HashMap<>();
        List<Cited> cited = new ArrayList<>();
        StringBuilder gapped = new StringBuilder();
        String reply = script.turns().get(turn).reply();
        int end = 0;
        for (Values.Value value : Values.in(reply)) {
            Integer gap = known.get(value.text());
            if (gap == null) {
                int call = cited.size() < MAX_GAPS && !Values.holds(said, value.text()) ? callWith(results, value.text()) : -1;
                gap = call < 0 ? 0 : cited.size() + 1;
                known.put(value.text(), gap);
                if (gap > 0) {
                    cited.add(new Cited(gap, value.text(), call));
                }
            }
            if (gap > 0) {
                gapped.append(reply.substring(end, value.start())).append(Values.gap(gap, value));
                end = value.start() + value.text().length();
            }
        }
        return new Citations(gapped.append(reply.substring(end)).toString(), cited);
    }

    private static int callWith(List<RecordedCall> results, String value) {
        for (int i = 0; i < results.size(); i++) {
            if (Values.holds(results.get(i).result(), value)) {
                return i;
            }
        }
        return -1;
    }
}
