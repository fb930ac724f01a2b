package io.github.headroom4j.eval.reader.model;

/** A way to a language model. Implementations are thread-safe. */
@FunctionalInterface
public interface ModelChannel {

    /**
     * Asks the model and waits for its answer.
     *
     * @param call the request
     * @return the answer
     * @throws ModelFailure if there is no answer to this request; the run goes on, and the answer counts as wrong
     * @throws ModelStop if the run cannot go on
     */
    ModelAnswer ask(ModelCall call);
}
