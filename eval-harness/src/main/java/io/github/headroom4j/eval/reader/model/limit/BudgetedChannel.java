package io.github.headroom4j.eval.reader.model.limit;

import io.github.headroom4j.eval.reader.model.ModelAnswer;
import io.github.headroom4j.eval.reader.model.ModelCall;
import io.github.headroom4j.eval.reader.model.ModelChannel;
import io.github.headroom4j.eval.reader.model.limit.Budget.Tokens;
import java.util.function.Function;

/** Asks as long as the budget lasts. Thread-safe. */
public final class BudgetedChannel implements ModelChannel {

    private static final Tokens NOTHING = new Tokens(0, 0);

    private final ModelChannel next;
    private final Budget budget;
    private final Function<ModelCall, Tokens> estimate;

    /**
     * A channel with a budget.
     *
     * @param next what is asked
     * @param budget what may be spent
     * @param estimate what a request takes: its tokens, and the largest answer
     */
    public BudgetedChannel(ModelChannel next, Budget budget, Function<ModelCall, Tokens> estimate) {
        this.next = next;
        this.budget = budget;
        this.estimate = estimate;
    }

    /**
     * {@inheritDoc}
     *
     * @throws io.github.headroom4j.eval.reader.model.ModelStop if the budget does not allow for the request
     */
    @Override
    public ModelAnswer ask(ModelCall call) {
        Tokens expected = estimate.apply(call);
        budget.reserve(expected);
        Tokens actual = NOTHING;
        try {
            ModelAnswer answer = next.ask(call);
            actual = new Tokens(
                    answer.inputTokens() < 0 ? expected.input() : answer.inputTokens(),
                    answer.outputTokens() < 0 ? expected.output() : answer.outputTokens());
            return answer;
        } finally {
            budget.settle(expected, actual);
        }
    }
}
