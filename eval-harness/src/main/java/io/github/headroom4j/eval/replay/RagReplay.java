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
import io.github.headroom4j.eval.arm.RagArm;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import io.github.headroom4j.eval.reader.AnswerFormat;
import io.github.headroom4j.eval.reader.PassageReader;
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
     * Replays a case.
     *
     * @param evalCase a case with passages
     * @param arm how passages are put before the model
     * @param allowance what naive arms may spend on passages
     * @return what was sent, seen and answered
     */
    public RagSession run(EvalCase evalCase, RagArm arm, IntSupplier allowance) {
        List<Content> contents =
                evalCase.passages().stream().map(RagReplay::content).toList();
        RagArm.Parts parts = arm.parts(query -> contents, allowance);
        List<ChatRequest> requests = new ArrayList<>();
        String memoryId = evalCase.id() + "/" + arm.name();
        ModelReading reading = model == null ? null : model.begin(arm.name().equals(Arms.AGAIN));
        Agent agent = AiServices.builder(Agent.class)
                .chatModel(model(
                        requests,
                        reading == null
                                ? request -> reader.reply(PassageSight.of(request, evalCase.question()))
                                : request -> reading.reply(request, AnswerFormat.shortAnswer())))
                .chatMemoryProvider(id -> MessageWindowChatMemory.builder()
                        .id(id)
                        .maxMessages(2 * MAX_ROUNDS + 4 + ModelReading.MAX_MESSAGES)
                        .build())
                .systemMessageTransformer(none -> evalCase.systemPrompt().isBlank() ? none : evalCase.systemPrompt())
                .maxToolCallingRoundTrips(MAX_ROUNDS)
                .retrievalAugmentor(parts.augmentor())
                .tools(parts.tools())
                .build();
        Result<String> result = agent.answer(memoryId, evalCase.question());
        String answer = result.content() == null ? "" : result.content().strip();
        List<String> items = answer.isEmpty() ? List.of() : List.of(answer);
        Session session = reading == null
                ? new Session(requests, items, parts.tools(), memoryId)
                : new Session(requests, reading.items(), parts.tools(), memoryId, reading.outcome());
        return new RagSession(
                session,
                PassageSight.of(session.finalRequest(), evalCase.question()),
                PassageSight.injected(session.finalRequest(), evalCase.question()),
                result.sources() == null ? List.of() : result.sources());
    }

    private static ChatModel model(List<ChatRequest> requests, Function<ChatRequest, AiMessage> answering) {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                requests.add(request);
                return ChatResponse.builder()
                        .aiMessage(answering.apply(request))
                        .build();
            }
        };
    }

    private static Content content(RetrievedPassage passage) {
        Metadata metadata = Metadata.from("source", passage.source());
        if (!passage.title().isEmpty()) {
            metadata.put("title", passage.title());
        }
        return Content.from(TextSegment.from(passage.text(), metadata), Map.of(ContentMetadata.SCORE, passage.score()));
    }
}
