package io.github.headroom4j.eval.replay;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.service.AiServices;
import io.github.headroom4j.eval.arm.AgentParts;
import io.github.headroom4j.eval.arm.Allowances;
import io.github.headroom4j.eval.arm.Arm;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.reader.AnswerFormat;
import io.github.headroom4j.eval.reader.SessionReader;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.reader.model.ModelReading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Replays long sessions: one real {@link AiServices} agent with one chat memory, which the user asks one thing after the
 * other. Only the model is scripted. Stateless and thread-safe if the reader is.
 */
public final class LongReplay {

    /** Rounds for what is looked up, one for the answer, and one to spare. */
    private static final int FURTHER_ROUNDS = Math.max(LookingUp.ROUNDS, ModelReading.LOOKUP_ROUNDS) + 2;

    /** Messages of a session at most, lookups and their results included: no memory of the baseline's drops any. */
    private static final int MAX_MESSAGES = 5_000;

    private final SessionReader reader;
    private final @Nullable ModelReader model;
    private final Function<String, AnswerFormat> formats;

    /**
     * A replay.
     *
     * @param reader who answers follow-up questions
     */
    public LongReplay(SessionReader reader) {
        this.reader = reader;
        this.model = null;
        this.formats = question -> AnswerFormat.shortAnswer();
    }

    /**
     * A replay that a language model reads.
     *
     * @param model who answers follow-up questions
     * @param formats how, by the question
     */
    public LongReplay(ModelReader model, Function<String, AnswerFormat> formats) {
        this.reader = SessionReader.nobody();
        this.model = model;
        this.formats = formats;
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
        ModelReading reading = model == null ? null : model.begin(arm.name().equals(Arms.AGAIN));
        TurnModel scripted = new TurnModel(evalCase, answering(evalCase, reading));
        String memoryId = evalCase.id() + "/" + arm.name();
        Replay.Agent agent = AiServices.builder(Replay.Agent.class)
                .chatModel(scripted)
                .chatMemoryProvider(parts.memory())
                .systemMessageTransformer(none -> evalCase.systemPrompt())
                .maxToolCallingRoundTrips(evalCase.calls().size() + FURTHER_ROUNDS)
                .tools(parts.tools())
                .build();
        for (Turn turn : evalCase.turns()) {
            scripted.begin(turn);
            agent.answer(memoryId, turn.question());
        }
        List<String> items = new ArrayList<>();
        for (int i = 0; i < scripted.answered().size(); i++) {
            for (String item : scripted.answered().get(i).items()) {
                items.add(Turn.item(i, item));
            }
        }
        return new LongSession(
                new Session(
                        scripted.requests(),
                        items,
                        parts.tools(),
                        memoryId,
                        parts.log(),
                        reading == null ? null : reading.outcome()),
                scripted.answered());
    }

    private TurnModel.Answering answering(EvalCase evalCase, @Nullable ModelReading reading) {
        return reading == null
                ? new LookingUp(evalCase, reader)
                : (request, turn, number) -> {
                    AiMessage reply = reading.reply(request, formats.apply(turn.question()));
                    return reply.hasToolExecutionRequests()
                            ? new TurnModel.Step(reply.toolExecutionRequests(), List.of())
                            : new TurnModel.Step(List.of(), reading.items());
                };
    }
}
