package io.github.headroom4j.eval.replay;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import io.github.headroom4j.eval.arm.AgentParts;
import io.github.headroom4j.eval.arm.Allowances;
import io.github.headroom4j.eval.arm.Arm;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.reader.AnswerFormat;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.reader.model.ModelReading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replays recorded sessions through a real {@link AiServices} agent with chat memory and the arm's tools. Only the
 * model is scripted: it issues the recorded calls, then a reader answers from the last request. Stateless and
 * thread-safe if the reader is.
 */
public final class Replay {

    /** Answers are sent as text, one item a line. */
    private static final String SEPARATOR = "\n";

    /** Instructions, question, answer, one message of lookups and what they return. */
    private static final int SPARE_MESSAGES = 5 + Reader.MOST_LOOKUPS;

    private final @Nullable ModelReader model;
    private final AnswerFormat format;
    private final Reader reader;

    /**
     * A replay.
     *
     * @param reader who answers
     */
    public Replay(Reader reader) {
        this.model = null;
        this.format = AnswerFormat.shortAnswer();
        this.reader = reader;
    }

    /**
     * A replay that a language model reads.
     *
     * @param model who answers
     * @param format how
     */
    public Replay(ModelReader model, AnswerFormat format) {
        this.model = model;
        this.format = format;
        this.reader = (question, seen) -> List.of();
    }

    /** The agent. Its question is a variable of a template, so that braces in it are nothing but text. */
    interface Agent {

        @UserMessage("{{question}}")
        String answer(@MemoryId String session, @V("question") String question);
    }

    /**
     * Replays a case.
     *
     * @param evalCase the recorded session
     * @param arm how tool results are treated
     * @param allowances what naive arms may spend
     * @return what was sent and answered
     */
    public Session run(EvalCase evalCase, Arm arm, Allowances allowances) {
        ModelReading reading = model == null ? null : model.begin(arm.name().equals(Arms.AGAIN));
        int rounds = evalCase.calls().size() + 2 + (reading == null ? 0 : ModelReading.LOOKUP_ROUNDS);
        int lookups = reading == null ? 0 : ModelReading.MAX_MESSAGES;
        AgentParts parts = arm.parts(
                RecordedTools.of(evalCase), allowances, 2 * evalCase.calls().size() + SPARE_MESSAGES + lookups);
        ScriptedModel scripted = new ScriptedModel(
                RecordedTools.requests(evalCase),
                this::lookups,
                reading == null ? this::answer : request -> reading.reply(request, format));
        String memoryId = evalCase.id() + "/" + arm.name();
        Agent agent = AiServices.builder(Agent.class)
                .chatModel(scripted)
                .chatMemoryProvider(parts.memory())
                .systemMessageTransformer(none -> evalCase.systemPrompt())
                .maxToolCallingRoundTrips(rounds)
                .tools(parts.tools())
                .build();
        String answer = agent.answer(memoryId, evalCase.question());
        if (reading != null) {
            return new Session(
                    scripted.requests(), reading.items(), parts.tools(), memoryId, parts.log(), reading.outcome());
        }
        List<String> items = answer.isEmpty() ? List.of() : List.of(answer.split(SEPARATOR));
        return new Session(scripted.requests(), items, parts.tools(), memoryId, parts.log(), null);
    }

    private List<ToolExecutionRequest> lookups(ChatRequest request) {
        if (!Retrieval.isDeclaredIn(request)) {
            return List.of();
        }
        List<ToolExecutionRequest> calls = new ArrayList<>();
        reader.lookups(Sight.question(request), Sight.seen(request)).stream()
                .limit(Reader.MOST_LOOKUPS)
                .forEach(lookup -> calls.add(Retrieval.of("lookup_" + calls.size(), lookup)));
        return calls;
    }

    private AiMessage answer(ChatRequest request) {
        return AiMessage.from(String.join(SEPARATOR, reader.answer(Sight.question(request), Sight.seen(request))));
    }
}
