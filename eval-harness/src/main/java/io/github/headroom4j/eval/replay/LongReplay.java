package io.github.headroom4j.eval.replay;

import dev.langchain4j.service.AiServices;
import io.github.headroom4j.eval.arm.AgentParts;
import io.github.headroom4j.eval.arm.Allowances;
import io.github.headroom4j.eval.arm.Arm;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.reader.SessionReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Replays long sessions: one real {@link AiServices} agent with one chat memory, which the user asks one thing after the
 * other. Only the model is scripted. Stateless and thread-safe if the reader is.
 */
public final class LongReplay {

    /** Rounds for what is looked up, one for the answer, and one to spare. */
    private static final int FURTHER_ROUNDS = TurnModel.LOOKUP_ROUNDS + 2;

    /** Messages of a session at most, lookups and their results included: no memory of the baseline's drops any. */
    private static final int MAX_MESSAGES = 5_000;

    private final SessionReader reader;

    /**
     * A replay.
     *
     * @param reader who answers follow-up questions
     */
    public LongReplay(SessionReader reader) {
        this.reader = reader;
    }

    /**
     * Replays a session.
     *
     * @param evalCase a case with turns
     * @param arm how tool results and memory are treated
     * @return what was sent and answered
     */
    public LongSession run(EvalCase evalCase, Arm arm) {
        return run(evalCase, arm, callId -> 0);
    }

    /**
     * Replays a session.
     *
     * @param evalCase a case with turns
     * @param arm how tool results and memory are treated
     * @param allowances what naive arms may spend
     * @return what was sent and answered
     */
    public LongSession run(EvalCase evalCase, Arm arm, Allowances allowances) {
        AgentParts parts = arm.parts(RecordedTools.of(evalCase), allowances, MAX_MESSAGES);
        TurnModel model = new TurnModel(evalCase, reader);
        String memoryId = evalCase.id() + "/" + arm.name();
        Replay.Agent agent = AiServices.builder(Replay.Agent.class)
                .chatModel(model)
                .chatMemoryProvider(parts.memory())
                .systemMessageTransformer(none -> evalCase.systemPrompt())
                .maxToolCallingRoundTrips(evalCase.calls().size() + FURTHER_ROUNDS)
                .tools(parts.tools())
                .build();
        for (Turn turn : evalCase.turns()) {
            model.begin(turn);
            agent.answer(memoryId, turn.question());
        }
        List<String> items = new ArrayList<>();
        for (int i = 0; i < model.answered().size(); i++) {
            for (String item : model.answered().get(i).items()) {
                items.add(Turn.item(i, item));
            }
        }
        return new LongSession(
                new Session(model.requests(), items, parts.tools(), memoryId, parts.log()), model.answered());
    }
}
