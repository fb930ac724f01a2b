package io.github.headroom4j.eval.replay;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import io.github.headroom4j.eval.arm.AgentParts;
import io.github.headroom4j.eval.arm.Allowances;
import io.github.headroom4j.eval.arm.Arm;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.reader.Reader;
import java.util.ArrayList;
import java.util.List;

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

    private final Reader reader;

    /**
     * A replay.
     *
     * @param reader who answers
     */
    public Replay(Reader reader) {
        this.reader = reader;
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
        AgentParts parts = arm.parts(
                RecordedTools.of(evalCase), allowances, 2 * evalCase.calls().size() + SPARE_MESSAGES);
        ScriptedModel model = new ScriptedModel(RecordedTools.requests(evalCase), this::lookups, this::answer);
        String memoryId = evalCase.id() + "/" + arm.name();
        Agent agent = AiServices.builder(Agent.class)
                .chatModel(model)
                .chatMemoryProvider(parts.memory())
                .systemMessageTransformer(none -> evalCase.systemPrompt())
                .maxToolCallingRoundTrips(evalCase.calls().size() + 2)
                .tools(parts.tools())
                .build();
        String answer = agent.answer(memoryId, evalCase.question());
        List<String> items = answer.isEmpty() ? List.of() : List.of(answer.split(SEPARATOR));
        return new Session(model.requests(), items, parts.tools(), memoryId, parts.log());
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

    private String answer(ChatRequest request) {
        return String.join(SEPARATOR, reader.answer(Sight.question(request), Sight.seen(request)));
    }
}
