package io.github.headroom4j.eval.reader.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import io.github.headroom4j.eval.metric.Reading;
import io.github.headroom4j.eval.reader.AnswerFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A language model in one session. It is sent the captured request, with how to answer behind the system prompt; it may call
 * the tools that the request declares, in up to {@link #LOOKUP_ROUNDS} messages of up to {@link #CALLS_PER_ROUND} calls for each
 * question; what it says then is the answer. For one session and one thread.
 *
 * <p>Ids of calls are given anew, since servers draw them at random: the same session makes the same requests.
 */
public final class ModelReading {

    /** Messages with calls of tools for one question; a model that wants more does not come to an end. */
    public static final int LOOKUP_ROUNDS = 4;

    /** Calls in one message; further ones are left out. */
    public static final int CALLS_PER_ROUND = 4;

    /** Messages that one question adds at most, the tools' results among them. */
    public static final int MAX_MESSAGES = LOOKUP_ROUNDS * (CALLS_PER_ROUND + 1);

    private final ModelChannel channel;
    private final ChatRequestParameters parameters;
    private final int draw;
    private final Map<String, Integer> failures = new TreeMap<>();
    private List<String> items = List.of();
    private int answers;
    private int rounds;
    private int lookups;
    private long inputTokens;
    private long outputTokens;

    ModelReading(ModelChannel channel, ChatRequestParameters parameters, int draw) {
        this.channel = channel;
        this.parameters = parameters;
        this.draw = draw;
    }

    /**
     * Replies to a request.
     *
     * @param request as the agent sent it
     * @param format how to answer
     * @return calls of tools, after which it is asked again; or an empty message if there is an answer, which {@link #items}
     *     holds
     * @throws ModelStop if the run cannot go on
     */
    public AiMessage reply(ChatRequest request, AnswerFormat format) {
        try {
            ModelAnswer answer = channel.ask(new ModelCall(asked(request, format), draw));
            inputTokens += Math.max(0, answer.inputTokens());
            outputTokens += Math.max(0, answer.outputTokens());
            if (answer.message().hasToolExecutionRequests()) {
                return lookups(answer.message(), request);
            }
            // An empty reply is none: a model that has no answer was told to say so.
            return answered(Optional.of(Replies.withoutThoughts(answer.message().text()))
                    .filter(text -> !text.isBlank())
                    .flatMap(format::parse)
                    .orElseThrow(() -> new ModelFailure(ModelFailure.Kind.UNPARSED, "the reply is not in the format")));
        } catch (ModelFailure e) {
            failures.merge(e.kind().label(), 1, Integer::sum);
            return answered(List.of());
        }
    }

    /**
     * The last answer.
     *
     * @return its items; none if there was no answer
     */
    public List<String> items() {
        return items;
    }

    /**
     * What the session came to so far.
     *
     * @return without any score
     */
    public Reading outcome() {
        return new Reading(List.of(), answers, failures, lookups, inputTokens, outputTokens);
    }

    private ChatRequest asked(ChatRequest request, AnswerFormat format) {
        List<ChatMessage> messages = new ArrayList<>(request.messages());
        if (messages.get(0) instanceof SystemMessage system) {
            messages.set(0, SystemMessage.from(system.text() + "\n\n" + format.instructions()));
        } else {
            messages.add(0, SystemMessage.from(format.instructions()));
        }
        return ChatRequest.builder()
                .messages(messages)
                .parameters(ChatRequestParameters.builder()
                        .overrideWith(parameters)
                        .toolSpecifications(request.toolSpecifications())
                        .build())
                .build();
    }

    private AiMessage answered(List<String> found) {
        items = List.copyOf(found);
        answers++;
        rounds = 0;
        return AiMessage.from("");
    }

    private AiMessage lookups(AiMessage message, ChatRequest request) {
        if (rounds >= LOOKUP_ROUNDS) {
            throw new ModelFailure(
                    ModelFailure.Kind.TOO_MANY_LOOKUPS, "still calls tools after " + LOOKUP_ROUNDS + " messages");
        }
        Set<String> declared = request.toolSpecifications().stream()
                .map(ToolSpecification::name)
                .collect(Collectors.toSet());
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (ToolExecutionRequest call : message.toolExecutionRequests()) {
            if (calls.size() < CALLS_PER_ROUND) {
                calls.add(Replies.call("look_" + answers + "_" + rounds + "_" + calls.size(), call, declared));
            }
        }
        rounds++;
        lookups += calls.size();
        return AiMessage.from(calls);
    }
}
