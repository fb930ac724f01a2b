package io.github.headroom4j.eval.reader;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Lets any {@link ChatModel} answer. It is sent the captured request: system prompt, question, passages as the arm shows them,
 * the retrieve tool where an arm offers it, and before all that how answers are judged. It may call the tool; what it
 * replies at last is the answer, and a reply that says there is none counts as none. As deterministic and as thread-safe as
 * the model; what the model throws goes to the caller.
 *
 * <p>The added instruction is in no token figure, since figures are of the captured requests.
 */
public final class ChatModelReader implements PassageReader {

    /** What is asked of every model. */
    static final String INSTRUCTION =
            "Answer in as few words as possible and in the words of the passages: the name, the value or the phrase"
                    + " that is asked for, and nothing else. If the passages do not answer the question, reply exactly:"
                    + " not answered";

    private static final Pattern NONE =
            Pattern.compile("(?i)\\W*(?:not answered|unanswerable|no answer|not answerable|n/a)\\W*");

    private final ChatModel model;

    /**
     * A reader.
     *
     * @param model the model that answers
     */
    public ChatModelReader(ChatModel model) {
        this.model = Objects.requireNonNull(model, "model");
    }

    @Override
    public AiMessage reply(PassageView view) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(INSTRUCTION));
        for (ChatMessage message : view.request().messages()) {
            if (message instanceof SystemMessage system) {
                messages.set(0, SystemMessage.from(system.text() + "\n\n" + INSTRUCTION));
            } else {
                messages.add(message);
            }
        }
        ChatRequest request = ChatRequest.builder()
                .messages(messages)
                .toolSpecifications(view.request().toolSpecifications())
                .build();
        AiMessage reply = model.chat(request).aiMessage();
        if (reply.hasToolExecutionRequests()) {
            return reply;
        }
        return AiMessage.from(String.join("", items(reply.text() == null ? "" : reply.text())));
    }

    /** The answer, or nothing if the reply says that there is none. */
    static List<String> items(String reply) {
        String text = reply.strip();
        return text.isEmpty() || NONE.matcher(text).matches() ? List.of() : List.of(text);
    }
}
