package io.github.headroom4j.eval.workload.codereview.mutation;

import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import java.util.function.Consumer;

/** Finds where defects of one category could be planted. Implementations are stateless. */
interface Mutator {

    /** Of all its proposals. */
    DefectCategory category();

    /** A cheap look at the text: false if no proposal can come of it. */
    boolean mayApply(String text);

    /** Proposes; the order is that of the file. */
    void propose(JavaFile file, Project project, Consumer<Proposal> proposals);
}
