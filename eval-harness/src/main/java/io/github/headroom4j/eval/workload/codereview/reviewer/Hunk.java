package io.github.headroom4j.eval.workload.codereview.reviewer;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of lines of a diff. Immutable.
 *
 * @param path the file
 * @param lines in order
 */
record Hunk(String path, List<DiffLine> lines) {

    /** Runs of changed lines without context between them. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        List<DiffLine> run = new ArrayList<>();
        for (DiffLine line : lines) {
            if (line.isContext()) {
                flush(run, changes);
            } else {
                run.add(line);
            }
        }
        flush(run, changes);
        return changes;
    }

    private void flush(List<DiffLine> run, List<Change> changes) {
        if (!run.isEmpty()) {
            changes.add(new Change(
                    path,
                    run.stream().filter(DiffLine::isRemoved).toList(),
                    run.stream().filter(DiffLine::isAdded).toList(),
                    run.get(0).number()));
            run.clear();
        }
    }
}
