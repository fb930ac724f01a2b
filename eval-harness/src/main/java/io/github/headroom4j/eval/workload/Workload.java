package io.github.headroom4j.eval.workload;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.reader.Reader;
import java.util.List;

/** One kind of agent work: its cases, the reader that answers them offline, and how an answer item is judged. */
public interface Workload {

    /**
     * Its name in options and reports.
     *
     * @return for instance "log-triage"
     */
    String name();

    /**
     * All cases of all splits, in a fixed order.
     *
     * @return the cases, the same on every call and machine
     * @throws io.github.headroom4j.eval.dataset.DatasetException if the data are missing or broken; the message names
     *     file and line
     */
    List<EvalCase> cases();

    /**
     * The deterministic reader of this workload.
     *
     * @return a stateless reader
     */
    Reader reader();

    /**
     * Whether an item of an answer names a gold item. Equality, unless the workload tolerates more (a neighbouring
     * line).
     *
     * @param gold an item of {@link EvalCase#gold()}
     * @param answered an item of the answer
     * @return whether it counts as found
     */
    default boolean matches(String gold, String answered) {
        return gold.equals(answered);
    }
}
