package io.github.headroom4j.eval.workload.codereview.reviewer;

import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change with all that can be seen around it. Immutable.
 *
 * @param view everything
 * @param hunk the hunk that holds it
 * @param change the change
 */
record Spot(ReviewView view, Hunk hunk, Change change) {

    static Stream<Spot> in(ReviewView view) {
        return view.spots().stream();
    }

    Optional<SeenMethod> method() {
        return view.methodOf(hunk, change);
    }

    String path() {
        return hunk.path();
    }

    boolean isTest() {
        return new Usage(path(), 0, "").isTest();
    }

    Finding finding(DefectCategory category, int line) {
        return new Finding(category, path(), line);
    }

    Finding finding(DefectCategory category, Edit edit) {
        return finding(category, edit.line());
    }

    Finding finding(DefectCategory category) {
        return finding(category, change.number());
    }

    /** The lines of the hunk as they are now. */
    List<DiffLine> now() {
        return hunk.lines().stream().filter(line -> !line.isRemoved()).toList();
    }

    /** Whether lines were only taken away. */
    boolean isRemoval() {
        return change.added().isEmpty();
    }

    /** Whether lines were only put in. */
    boolean isAddition() {
        return change.removed().isEmpty();
    }
}
