package io.github.headroom4j.eval.replay;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.reader.SessionReader;
import io.github.headroom4j.eval.reader.SessionReader.Lookup;
import io.github.headroom4j.eval.replay.LongSession.Answered;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * The model of a long session: in each turn it issues the recorded calls one after the other and replies by script; on a
 * follow-up question it first looks up what the reader wants, in up to two messages, if there is the tool for it, then lets
 * the reader answer. Keeps every request. For one session and one thread.
 */
final class TurnModel implements ChatModel {

    /** What history keeps of an answer, whatever it was, so that no arm pays more because it answers more. */
    static final String ANSWERED = "Answered.";

    /** An agent that has found nothing looks elsewhere once more. */
    static final int LOOKUP_ROUNDS = 2;

    private final EvalCase evalCase;
    private final SessionReader reader;
    private final List<ToolExecutionRequest> script;
    private final List<ChatRequest> requests = new ArrayList<>();
    private final List<Answered> answered = new ArrayList<>();
    private final Queue<ToolExecutionRequest> pending = new ArrayDeque<>();
    private Turn turn = Turn.work("", List.of(), "none");
    private int roundsLeft;

    TurnModel(EvalCase evalCase, SessionReader reader) {
        this.evalCase = evalCase;
        this.reader = reader;
        this.script = RecordedTools.requests(evalCase);
    }

    void begin(Turn next) {
        turn = next;
        turn.calls().forEach(call -> pending.add(script.get(call)));
        roundsLeft = turn.isFollowUp() ? LOOKUP_ROUNDS : 0;
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
        List<ToolExecutionRequest> lookups = roundsLeft-- > 0 ? lookups(request) : List.of();
        if (!lookups.isEmpty()) {
            return AiMessage.from(lookups);
        }
        List<String> items = reader.answer(turn.question(), FollowUpSight.of(request, evalCase, turn.related()));
        answered.add(new Answered(items, request));
        return AiMessage.from(ANSWERED);
    }

    private List<ToolExecutionRequest> lookups(ChatRequest request) {
        if (!Retrieval.isDeclaredIn(request)) {
            return List.of();
        }
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (Lookup lookup : reader.lookups(turn.question(), Sight.inSight(request))) {
            String id = "lookup_" + answered.size() + "_" + roundsLeft + "_" + calls.size();
            calls.add(Retrieval.of(id, lookup));
        }
        return calls;
    }
}
