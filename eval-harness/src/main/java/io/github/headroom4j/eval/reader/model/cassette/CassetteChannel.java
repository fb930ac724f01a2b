package io.github.headroom4j.eval.reader.model.cassette;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import io.github.headroom4j.eval.reader.model.ModelAnswer;
import io.github.headroom4j.eval.reader.model.ModelCall;
import io.github.headroom4j.eval.reader.model.ModelChannel;
import io.github.headroom4j.eval.reader.model.ModelFailure;
import io.github.headroom4j.eval.reader.model.ModelStop;
import io.github.headroom4j.eval.reader.model.cassette.Cassette.Answer;
import io.github.headroom4j.eval.reader.model.cassette.Cassette.Call;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers from a folder of recorded answers. When it records, what is not there yet is asked and kept; a failure is kept, too,
 * so that a replay comes to the same result, but asked again by the next run that records. When it replays, nothing is asked,
 * and a request that was not recorded ends the run. Thread-safe.
 */
public final class CassetteChannel implements ModelChannel {

    private final Cassette cassette;
    private final Map<String, String> model;
    private final Optional<ModelChannel> next;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    private CassetteChannel(Path folder, Map<String, String> model, Optional<ModelChannel> next) {
        this.cassette = new Cassette(folder);
        this.model = Map.copyOf(model);
        this.next = next;
    }

    /**
     * A channel that records.
     *
     * @param folder where answers are kept; made if it is not there
     * @param model what tells one model from another, part of the key
     * @param next what is asked
     * @return the channel
     */
    public static CassetteChannel recording(Path folder, Map<String, String> model, ModelChannel next) {
        return new CassetteChannel(folder, model, Optional.of(next));
    }

    /**
     * A channel that replays.
     *
     * @param folder where answers were kept
     * @param model what tells one model from another, part of the key
     * @return the channel
     */
    public static CassetteChannel replaying(Path folder, Map<String, String> model) {
        return new CassetteChannel(folder, model, Optional.empty());
    }

    @Override
    public ModelAnswer ask(ModelCall call) {
        CanonicalRequest request = CanonicalRequest.of(call, model);
        // The same request at the same time, of two arms that send the same, is asked once.
        synchronized (locks.computeIfAbsent(request.key(), key -> new Object())) {
            Optional<Answer> known = cassette.find(request.key());
            if (known.isPresent() && (next.isEmpty() || known.get().failure() == null)) {
                return replayed(known.get());
            }
            return next.isPresent() ? recorded(request, call, next.get()) : missed(request);
        }
    }

    private ModelAnswer recorded(CanonicalRequest request, ModelCall call, ModelChannel channel) {
        try {
            ModelAnswer answer = channel.ask(call);
            cassette.write(request, written(answer));
            return answer;
        } catch (ModelFailure e) {
            cassette.write(
                    request,
                    new Answer(null, null, -1, -1, e.kind().label(), Objects.requireNonNullElse(e.getMessage(), "")));
            throw e;
        }
    }

    private ModelAnswer missed(CanonicalRequest request) {
        throw new ModelStop("no answer to the request " + request.key() + " is recorded in " + cassette.folder() + "; "
                + NearestRequest.describe(request.json(), cassette));
    }

    private static Answer written(ModelAnswer answer) {
        AiMessage message = answer.message();
        List<Call> calls = message.toolExecutionRequests().stream()
                .map(CassetteChannel::written)
                .toList();
        return new Answer(message.text(), calls, answer.inputTokens(), answer.outputTokens(), null, null);
    }

    private static Call written(ToolExecutionRequest call) {
        return new Call(
                call.id() == null ? "" : call.id(),
                call.name() == null ? "" : call.name(),
                call.arguments() == null ? "" : call.arguments());
    }

    private static ModelAnswer replayed(Answer answer) {
        if (answer.failure() != null) {
            throw new ModelFailure(
                    ModelFailure.Kind.named(answer.failure()),
                    Objects.requireNonNullElse(answer.message(), "recorded without a reason"));
        }
        List<ToolExecutionRequest> calls = Objects.requireNonNullElse(answer.calls(), List.<Call>of()).stream()
                .map(call -> ToolExecutionRequest.builder()
                        .id(call.id())
                        .name(call.name())
                        .arguments(call.arguments())
                        .build())
                .toList();
        return new ModelAnswer(message(answer.text(), calls), answer.inputTokens(), answer.outputTokens());
    }

    private static AiMessage message(@Nullable String text, List<ToolExecutionRequest> calls) {
        return AiMessage.builder().text(text).toolExecutionRequests(calls).build();
    }
}
