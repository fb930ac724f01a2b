package io.github.headroom4j.eval.workload;

import io.github.headroom4j.eval.reader.AnswerFormat;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.replay.Replay;
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

    /**
     * How a language model shall answer.
     *
     * @return items as JSON; a workload says what its items look like
     */
    default AnswerFormat answerFormat() {
        return AnswerFormat.items("Name what the question asks for, in the notation that it asks for.");
    }

    @Override
    default CaseRunner runner(TokenCounter counter, ModelReader model) {
        return new ToolRunner(name(), new Replay(model, answerFormat()), this::matches, counter);
    }

    @Override
    default CaseRunner runner(TokenCounter counter) {
        return new ToolRunner(name(), reader(), this::matches, counter);
    }
}
