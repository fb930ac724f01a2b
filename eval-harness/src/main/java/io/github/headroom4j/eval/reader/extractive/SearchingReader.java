package io.github.headroom4j.eval.reader.extractive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import io.github.headroom4j.eval.reader.PassageReader;
import io.github.headroom4j.eval.reader.PassageView;
import io.github.headroom4j.eval.reader.extractive.SentenceRanking.Ranked;
import io.github.headroom4j.original.OriginalMarker;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The extractive reader as an agent has to use it that is asked something else than the passages were pruned for. Unless a
 * sentence in sight holds nearly all of the question, it searches the original: for a name in the question, else for a line
 * with its two rarest words; if there is none, for any of its rarest words; and if what is found does not answer, it reads
 * the lines around. Deterministic and thread-safe.
 */
public final class SearchingReader implements PassageReader {

    /** Share of the question's words that a sentence and its section need to be taken for the answer at once. */
    private static final double NEARLY_ALL = 0.8;

    private static final int RAREST = 2;

    private static final int ANY_OF = 4;

    /** Calls at most. */
    private static final int MAX_CALLS = 3;

    /** Lines read before and after what was found: a section's heading, and the facts below it. */
    private static final int BEFORE = 2;

    private static final int AFTER = 12;

    private static final Pattern HIT = Pattern.compile("(?m)^(\\d{1,9})(?:@\\d{1,9})?:");

    private final ExtractiveReader reader = new ExtractiveReader();

    /** A reader. Reads its model of parts of speech, which takes a moment; use one for all cases. */
    public SearchingReader() {}

    @Override
    public AiMessage reply(PassageView view) {
        Question question = Question.of(view.question());
        List<Sentence> sentences = Sentence.of(view.text());
        AiMessage answer = reader.reply(
                new PassageView(view.request(), view.question(), view.context(), view.slices(), Optional.empty()));
        boolean mayCall = view.ref().isPresent() && view.slices().size() < MAX_CALLS;
        if (!mayCall || (view.slices().isEmpty() && isTold(question, sentences))) {
            return answer;
        }
        if (view.slices().stream().allMatch(String::isBlank)) {
            String pattern = pattern(question, sentences, view.slices().size());
            return pattern.isEmpty() ? answer : view.search(pattern);
        }
        boolean told = !answer.text().isBlank();
        return told ? answer : readAround(view).orElse(answer);
    }

    private static boolean isTold(Question question, List<Sentence> sentences) {
        List<Ranked> ranked = SentenceRanking.rank(question, sentences);
        return !ranked.isEmpty() && ranked.get(0).coverage() >= NEARLY_ALL;
    }

    private static String pattern(Question question, List<Sentence> sentences, int calls) {
        if (calls > 0) {
            return question.rarest(sentences, ANY_OF);
        }
        Optional<String> name = question.names().stream().findFirst();
        if (name.isPresent()) {
            return name.get().replaceAll("[^\\p{L}\\p{N}]", "\\\\$0");
        }
        String[] words = question.rarest(sentences, RAREST).split("\\|", -1);
        return words.length == RAREST
                ? words[0] + ".*" + words[1] + "|" + words[1] + ".*" + words[0]
                : String.join("|", words);
    }

    /** The lines around the first line that the last search has found. */
    private static Optional<AiMessage> readAround(PassageView view) {
        String last = view.request().messages().stream()
                .filter(ToolExecutionResultMessage.class::isInstance)
                .map(message -> ((ToolExecutionResultMessage) message).text())
                .reduce("", (first, second) -> second);
        Matcher hit = HIT.matcher(last);
        if (!hit.find()) {
            return Optional.empty();
        }
        int line = Integer.parseInt(hit.group(1));
        String lines = Math.max(1, line - BEFORE) + "-" + (line + AFTER);
        return Optional.of(AiMessage.from(ToolExecutionRequest.builder()
                .id("read_" + view.slices().size())
                .name(OriginalMarker.RETRIEVE_TOOL)
                .arguments(JsonNodeFactory.instance
                        .objectNode()
                        .put("ref", view.ref().orElseThrow())
                        .put("lines", lines)
                        .toString())
                .build()));
    }
}
