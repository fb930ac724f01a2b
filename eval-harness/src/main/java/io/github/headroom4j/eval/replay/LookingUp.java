package io.github.headroom4j.eval.replay;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.reader.SessionReader;
import io.github.headroom4j.eval.reader.SessionReader.Lookup;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that answers follow-up questions: it first looks up what the reader wants, in up to two messages, if there is the
 * tool for it, then lets the reader answer. For one session and one thread.
 */
final class LookingUp implements TurnModel.Answering {

    /** An agent that has found nothing looks elsewhere once more. */
    static final int ROUNDS = 2;

    private final EvalCase evalCase;
    private final SessionReader reader;
    private int question = -1;
    private int roundsLeft;

    LookingUp(EvalCase evalCase, SessionReader reader) {
        this.evalCase = evalCase;
        this.reader = reader;
    }

    @Override
    public TurnModel.Step step(ChatRequest request, Turn turn, int answered) {
        if (answered != question) {
            question = answered;
            roundsLeft = ROUNDS;
        }
        List<ToolExecutionRequest> lookups = roundsLeft-- > 0 ? lookups(request, turn) : List.of();
        return lookups.isEmpty()
                ? new TurnModel.Step(
                        List.of(), reader.answer(turn.question(), FollowUpSight.of(request, evalCase, turn.related())))
                : new TurnModel.Step(lookups, List.of());
    }

    private List<ToolExecutionRequest> lookups(ChatRequest request, Turn turn) {
        if (!Retrieval.isDeclaredIn(request)) {
            return List.of();
        }
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (Lookup lookup : reader.lookups(turn.question(), Sight.inSight(request))) {
            calls.add(Retrieval.of("lookup_" + question + "_" + roundsLeft + "_" + calls.size(), lookup));
        }
        return calls;
    }
}
