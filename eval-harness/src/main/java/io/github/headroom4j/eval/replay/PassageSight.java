package io.github.headroom4j.eval.replay;

import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.reader.PassageView;
import io.github.headroom4j.eval.reader.Slices;
import io.github.headroom4j.original.OriginalMarker;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request shows of retrieved passages. Stateless. */
final class PassageSight {

    /** What LangChain4j's injector puts between question and passages. */
    private static final String HEADING = "Answer using the following information:";

    /** What the library prints beside passages. It holds numbers, which are no answer to anything. */
    private static final Pattern NOTE =
            Pattern.compile("(?<!\\S)…(?: \\d{1,9} (?:sentence|line|row|passage)s? \\([\\d, -]{1,2000}\\)"
                    + "(?:, nothing in them is near the question)?)?(?!\\S)"
                    + "|\\[headroom_retrieve ref=[0-9a-f]{12} for all \\d{1,10} lines?]");

    private PassageSight() {}

    /**
     * The view of a request.
     *
     * @param retrievedFor the question that the passages came with
     * @param question what is to be answered
     */
    static PassageView of(ChatRequest request, String retrievedFor, String question) {
        String injected = injected(request, retrievedFor);
        List<String> slices = Sight.results(request).stream()
                .map(ToolExecutionResultMessage::text)
                .map(text -> Slices.whole(text)
                        .or(() -> Slices.exact(text))
                        .orElseGet(() -> String.join("\n", Slices.lines(text))))
                .toList();
        Optional<String> ref = Retrieval.isDeclaredIn(request) ? OriginalMarker.refAtEndOf(injected) : Optional.empty();
        return new PassageView(request, question, readable(injected), slices, ref);
    }

    private static String readable(String injected) {
        String text = injected.strip();
        String passages = text.startsWith(HEADING) ? text.substring(HEADING.length()) : text;
        return NOTE.matcher(passages).replaceAll("\n\n").strip();
    }

    /** What stands beside the question in the user's message; the whole last message if none begins with it. */
    static String injected(ChatRequest request, String question) {
        List<String> messages = request.messages().stream()
                .filter(UserMessage.class::isInstance)
                .map(user -> ((UserMessage) user).singleText())
                .toList();
        return messages.stream()
                .filter(message -> message.startsWith(question))
                .reduce((first, last) -> last)
                .map(message -> message.substring(question.length()))
                .orElseGet(() -> messages.isEmpty() ? "" : messages.get(messages.size() - 1));
    }
}
