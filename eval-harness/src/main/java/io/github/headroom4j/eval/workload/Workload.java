package io.github.headroom4j.eval.workload;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;

/** One kind of agent work: its cases, and how they are run. */
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
     * How many of its cases run when nothing else is asked for. A workload of many cases says less, so that the main job
     * stays a matter of minutes; {@code --full} runs all of them. The sample is drawn so that splits, tiers and clusters have
     * the shares they have in the whole.
     *
     * @return at least 1; by default there is no limit
     */
    default int standardCases() {
        return Integer.MAX_VALUE;
    }

    /**
     * How its cases are run. Reads no data.
     *
     * @param counter what counts tokens, preferably a cached one
     * @return a runner with the arms that make sense for such cases
     */
    CaseRunner runner(TokenCounter counter);

    /**
     * How its cases are run if a language model reads them. Reads no data.
     *
     * @param counter what counts tokens, preferably a cached one
     * @param model who answers
     * @return a runner with the same arms
     * @throws UnsupportedOperationException if it has no way to ask a model
     */
    default CaseRunner runner(TokenCounter counter, ModelReader model) {
        throw new UnsupportedOperationException("the workload " + name() + " has no way to ask a model");
    }
}
