package io.github.headroom4j.eval.workload.codesearch;

import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A question about a name, the session that it is answered from, and the answer. Immutable.
 *
 * @param question the question
 * @param packageName where what is asked for stands
 * @param calls what the agent reads
 * @param gold the items of a perfect answer
 * @param evidence where each of them can be read
 */
record Task(
        TaskQuestion question,
        String packageName,
        List<RecordedCall> calls,
        Set<String> gold,
        List<Evidence> evidence) {

    Task {
        calls = List.copyOf(calls);
        gold = Set.copyOf(gold);
        evidence = List.copyOf(evidence);
    }

    /** A task whose gold is what its evidence proves. */
    static Task of(TaskQuestion question, String packageName, List<RecordedCall> calls, List<Evidence> evidence) {
        Set<String> gold = evidence.stream().map(Evidence::item).collect(Collectors.toCollection(LinkedHashSet::new));
        return new Task(question, packageName, calls, gold, evidence);
    }

    /** Whether all evidence stands in the results, where nobody can miss it. */
    boolean isReadable() {
        return evidence.stream()
                .allMatch(piece -> calls.get(piece.call()).result().contains(piece.text()));
    }
}
