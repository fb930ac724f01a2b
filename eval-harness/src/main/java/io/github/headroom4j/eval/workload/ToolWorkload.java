package io.github.headroom4j.eval.workload;

import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.run.ToolRunner;
import io.github.headroom4j.token.TokenCounter;

/** A workload whose cases are one question and recorded tool calls: a reader answers it offline, and items are judged. */
public interface ToolWorkload extends Workload {

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
     * @param gold an item of {@link io.github.headroom4j.eval.dataset.EvalCase#gold()}
     * @param answered an item of the answer
     * @return whether it counts as found
     */
    default boolean matches(String gold, String answered) {
        return gold.equals(answered);
    }

    /**
     * How its cases are run in arms of one's own.
     *
     * @param arms the arms
     * @param counter what counts tokens, preferably a cached one
     * @return a runner with these arms
     */
    default CaseRunner runner(ToolRunner.ArmSet arms, TokenCounter counter) {
        return new ToolRunner(name(), new ToolRunner.Judge(reader(), this::matches), arms, counter);
    }

    @Override
    default CaseRunner runner(TokenCounter counter) {
        return new ToolRunner(name(), reader(), this::matches, counter);
    }
}
