package io.github.headroom4j.eval.workload.codereview.mutation;

import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Place;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.List;
import java.util.function.Predicate;

/**
 * A defect that could be planted. Immutable.
 *
 * @param category what would be wrong
 * @param splices how the file is edited, first the edit at which the defect stands
 * @param elsewhere what else has to be read to see it: lines of the unedited files, none inside of the edits
 * @param defective what makes it a defect: holds for the edited file and not for the unedited one
 */
record Proposal(DefectCategory category, List<Splice> splices, List<Place> elsewhere, Predicate<JavaFile> defective) {

    Proposal {
        splices = List.copyOf(splices);
        elsewhere = List.copyOf(elsewhere);
    }

    String path() {
        return splices.get(0).path();
    }

    int at() {
        return splices.get(0).at();
    }
}
