package io.github.headroom4j.eval.reader.extractive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.reader.PassageReader;
import io.github.headroom4j.eval.reader.PassageView;
import io.github.headroom4j.eval.reader.extractive.SentenceRanking.Ranked;
import io.github.headroom4j.original.OriginalMarker;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The extractive reader as an agent has to use it that is asked something else than the passages were pruned for. Unless a
 * sentence in sight holds nearly all of the question, it searches the original for a name in the question, else for any of
 * its words, of which the retrieve tool shows the lines with most of them; and if those do not tell either, it reads the lines around the one that
 * holds most. Deterministic and thread-safe.
 */
public final class SearchingReader implements PassageReader {

    /** Share of the question's words that a sentence and its section need to be taken for the answer at once. */
    private static final double NEARLY_ALL = 0.8;

    /** Words searched for at most, those first that fewest sentences in sight hold. */
    private static final int WORDS = 8;

    /** Lines read before and after what was found: a section's heading, and the facts below it. */
    private static final int BEFORE = 2;

    private static final int AFTER = 12;

    private static final Pattern HIT = Pattern.compile("(?m)^(\\d{1,9})(?:@\\d{1,9})?:(.*)$");

    private final ExtractiveReader reader = new ExtractiveReader();

    /** A reader. Reads its model of parts of speech, which takes a moment; use one for all cases. */
    public SearchingReader() {}

    @Override
    public AiMessage reply(PassageView view) {
        Question question = Question.of(view.question());
        return next(question, view).orElseGet(() -> reader.reply(view));
    }

    /** The next call, unless it is time to answer. */
    private static Optional<AiMessage> next(Question question, PassageView view) {
        boolean mayCall = view.ref().isPresent() && view.slices().size() < 2;
        if (!mayCall || isTold(question, Sentence.of(view.text()))) {
            return Optional.empty();
        }
        if (view.slices().isEmpty()) {
            String pattern = question.names().stream()
                    .findFirst()
                    .map(Question::literal)
                    .orElseGet(() -> String.join("|", question.rarest(Sentence.of(view.context()), WORDS)));
            return pattern.isEmpty() ? Optional.empty() : Optional.of(view.search(pattern));
        }
        return best(question, view.request()).map(hit -> readAround(view, hit));
    }

    private static boolean isTold(Question question, List<Sentence> sentences) {
        List<Ranked> ranked = SentenceRanking.rank(question, sentences);
        return !ranked.isEmpty() && ranked.get(0).coverage() >= NEARLY_ALL;
    }

    /** A line that a search has found. */
    private record Hit(int line, double coverage) {}

    /** Of all lines found, the one that holds most of the question; of equals, the first. */
    private static Optional<Hit> best(Question question, ChatRequest request) {
        return request.messages().stream()
                .filter(ToolExecutionResultMessage.class::isInstance)
                .map(message -> ((ToolExecutionResultMessage) message).text())
                .flatMap(text -> HIT.matcher(text).results())
                .map(hit -> new Hit(Integer.parseInt(hit.group(1)), question.coverage(Token.stems(hit.group(2)))))
                .max(Comparator.comparingDouble(Hit::coverage).thenComparing(hit -> -hit.line()));
    }

    private static AiMessage readAround(PassageView view, Hit hit) {
        String lines = Math.max(1, hit.line() - BEFORE) + "-" + (hit.line() + AFTER);
        return AiMessage.from(ToolExecutionRequest.builder()
                .id("read_" + view.slices().size())
                .name(OriginalMarker.RETRIEVE_TOOL)
                .arguments(JsonNodeFactory.instance
                        .objectNode()
                        .put("ref", view.ref().orElseThrow())
                        .put("lines", lines)
                        .toString())
                .build());
    }
}
