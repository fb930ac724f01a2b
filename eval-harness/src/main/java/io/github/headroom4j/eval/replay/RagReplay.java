package io.github.headroom4j.eval.replay;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.arm.CompressionLog;
import io.github.headroom4j.eval.arm.RagArm;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.reader.AnswerFormat;
import io.github.headroom4j.eval.reader.PassageReader;
import io.github.headroom4j.eval.reader.PassageView;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.reader.model.ModelReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Replays cases with retrieved passages through a real {@link AiServices} agent with chat memory and the arm's retrieval
 * augmentor. The retriever finds what the case says; the model is the reader. Stateless and thread-safe if the reader is.
 */
public final class RagReplay {

    /** Rounds of reading back at most; more are an error. */
    private static final int MAX_ROUNDS = 8;

    private final @Nullable ModelReader model;
    private final PassageReader reader;

    /**
     * A replay.
     *
     * @param reader who answers
     */
    public RagReplay(PassageReader reader) {
        this.model = null;
        this.reader = reader;
    }

    /**
     * A replay that a language model reads.
     *
     * @param model who answers
     */
    public RagReplay(ModelReader model) {
        this.model = model;
        this.reader = view -> AiMessage.from("");
    }

    /** The agent. Its question is a variable of a template, so that braces in it are nothing but text. */
    interface Agent {

        @UserMessage("{{question}}")
        Result<String> answer(@MemoryId String session, @V("question") String question);
    }

    /**
     * Replays a case. In one with turns, the first of which is the case's question with its reply, the retriever is not asked
     * again; the reader answers the later ones.
     *
     * @param evalCase a case with passages
     * @param arm how passages are put before the model
     * @param allowance what naive arms may spend on passages
     * @return what was sent, seen and answered
     */
    public RagSession run(EvalCase evalCase, RagArm arm, IntSupplier allowance) {
        List<Content> contents =
                evalCase.passages().stream().map(RagReplay::content).toList();
        List<Content> nothing = List.of();
        RagArm.Parts parts = arm.parts(
                query -> evalCase.turns().isEmpty() || query.text().equals(evalCase.question()) ? contents : nothing,
                allowance);
        List<ChatRequest> requests = new ArrayList<>();
        String memoryId = evalCase.id() + "/" + arm.name();
        ModelReading reading = model == null ? null : model.begin(arm.name().equals(Arms.AGAIN));
        Agent agent = AiServices.builder(Agent.class)
                .chatModel(model(
                        evalCase,
                        requests,
                        reading == null
                                ? request -> reader.reply(view(evalCase, request))
                                : request -> reading.reply(request, AnswerFormat.shortAnswer())))
                .chatMemoryProvider(id -> MessageWindowChatMemory.builder()
                        .id(id)
                        .maxMessages(2 * MAX_ROUNDS + 2 * evalCase.turns().size() + 4 + ModelReading.MAX_MESSAGES)
                        .build())
                .systemMessageTransformer(none -> evalCase.systemPrompt().isBlank() ? none : evalCase.systemPrompt())
                .maxToolCallingRoundTrips(MAX_ROUNDS)
                .retrievalAugmentor(parts.augmentor())
                .tools(parts.tools())
                .build();
        Result<String> result = agent.answer(memoryId, evalCase.question());
        List<Content> sources = result.sources() == null ? List.of() : result.sources();
        for (Turn turn : evalCase.turns()) {
            result = turn.isFollowUp() ? agent.answer(memoryId, turn.question()) : result;
        }
        String answer = result.content() == null ? "" : result.content().strip();
        List<String> items = answer.isEmpty() ? List.of() : List.of(answer);
        Session session = reading == null
                ? new Session(requests, items, parts.tools(), memoryId)
                : new Session(
                        requests, reading.items(), parts.tools(), memoryId, CompressionLog.unused(), reading.outcome());
        PassageView seen = view(evalCase, session.finalRequest());
        return new RagSession(
                session, seen, PassageSight.injected(session.finalRequest(), evalCase.question()), sources);
    }

    private static ChatModel model(
            EvalCase evalCase, List<ChatRequest> requests, Function<ChatRequest, AiMessage> answering) {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                requests.add(request);
                Turn turn = turn(evalCase, request);
                AiMessage reply = turn.isFollowUp() ? answering.apply(request) : AiMessage.from(turn.reply());
                return ChatResponse.builder().aiMessage(reply).build();
            }
        };
    }

    private static PassageView view(EvalCase evalCase, ChatRequest request) {
        return PassageSight.of(
                request, evalCase.question(), turn(evalCase, request).question());
    }

    /** The turn that a request belongs to: the only one, or that of the user's latest message. */
    private static Turn turn(EvalCase evalCase, ChatRequest request) {
        if (evalCase.turns().isEmpty()) {
            return Turn.followUp(evalCase.question(), List.of());
        }
        long said = request.messages().stream()
                .filter(dev.langchain4j.data.message.UserMessage.class::isInstance)
                .count();
        return evalCase.turns().get((int) said - 1);
    }

    private static Content content(RetrievedPassage passage) {
        Metadata metadata = Metadata.from("source", passage.source());
        if (!passage.title().isEmpty()) {
            metadata.put("title", passage.title());
        }
        return Content.from(TextSegment.from(passage.text(), metadata), Map.of(ContentMetadata.SCORE, passage.score()));
    }
}
