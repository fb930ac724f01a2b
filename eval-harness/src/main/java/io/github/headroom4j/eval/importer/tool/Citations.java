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
        return of(script.turns().get(turn).reply(), said, results);
    }

    private static Citations of(String reply, CharSequence said, List<RecordedCall> results) {
        Map<String, Integer> gaps = new HashMap<>();
        List<Cited> cited = new ArrayList<>();
        StringBuilder gapped = new StringBuilder();
        int end = 0;
        for (Values.Value value : Values.in(reply)) {
            if (!gaps.containsKey(value.text())) {
                boolean known = cited.size() >= MAX_GAPS || Values.holds(said, value.text());
                int call = known ? -1 : callWith(results, value.text());
                gaps.put(value.text(), call < 0 ? 0 : cited.size() + 1);
                if (call >= 0) {
                    cited.add(new Cited(cited.size() + 1, value.text(), call));
                }
            }
            int gap = gaps.getOrDefault(value.text(), 0);
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
