package io.github.headroom4j.eval.sweep;

import java.util.List;

/**
 * What a sweep found in one workload. Immutable.
 *
 * @param workload the workload's name
 * @param about of which cases, for instance "log-triage: 60 of 120 cases"
 * @param rows what was found
 * @param <R> what that is
 */
public record Swept<R>(String workload, String about, List<R> rows) {

    /** Copies the list. */
    public Swept {
        rows = List.copyOf(rows);
    }
}
