package io.github.headroom4j.eval.replay;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.replay.LongSession.Answered;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * The model of a long session: in each turn it issues the recorded calls one after the other and replies by script; a
 * follow-up question is answered by whoever reads the session. Keeps every request. For one session and one thread.
 */
final class TurnModel implements ChatModel {

    /** What history keeps of an answer, whatever it was, so that no arm pays more because it answers more. */
    static final String ANSWERED = "Answered.";

    /** Calls to make first; without any, the answer. */
    record Step(List<ToolExecutionRequest> calls, List<String> items) {}

    /** Who answers follow-up questions. */
    @FunctionalInterface
    interface Answering {

        /**
         * The next step towards an answer.
         *
         * @param request what the reader sees
         * @param turn the question
         * @param answered how many questions were answered before
         */
        Step step(ChatRequest request, Turn turn, int answered);
    }

    private final Answering answering;
    private final List<ToolExecutionRequest> script;
    private final List<ChatRequest> requests = new ArrayList<>();
    private final List<Answered> answered = new ArrayList<>();
    private final Queue<ToolExecutionRequest> pending = new ArrayDeque<>();
    private Turn turn = Turn.work("", List.of(), "none");

    TurnModel(EvalCase evalCase, Answering answering) {
        this.answering = answering;
        this.script = RecordedTools.requests(evalCase);
    }

    void begin(Turn next) {
        turn = next;
        turn.calls().forEach(call -> pending.add(script.get(call)));
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        requests.add(request);
        return ChatResponse.builder().aiMessage(reply(request)).build();
    }

    List<ChatRequest> requests() {
        return requests;
    }

    List<Answered> answered() {
        return answered;
    }

    private AiMessage reply(ChatRequest request) {
        ToolExecutionRequest call = pending.poll();
        if (call != null) {
            return AiMessage.from(call);
        }
        if (!turn.isFollowUp()) {
            return AiMessage.from(turn.reply());
        }
        Step step = answering.step(request, turn, answered.size());
        if (!step.calls().isEmpty()) {
            return AiMessage.from(step.calls());
        }
        answered.add(new Answered(step.items(), request));
        return AiMessage.from(ANSWERED);
    }
}
