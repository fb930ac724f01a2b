package io.github.headroom4j.eval.workload.codereview.reviewer;

import java.util.List;

/** Looks for one kind of defect in what can be seen. Stateless. */
@FunctionalInterface
interface Check {

    List<Finding> find(ReviewView view);
}
