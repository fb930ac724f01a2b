package io.github.headroom4j.eval.reader.extractive;

import dev.langchain4j.data.message.AiMessage;
import io.github.headroom4j.eval.reader.PassageReader;
import io.github.headroom4j.eval.reader.PassageView;
import io.github.headroom4j.eval.reader.extractive.SentenceRanking.Ranked;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers by copying: ranks the sentences in sight by BM25 with that of their sections, and takes from the best of them the span
 * that fits the question best by a linear model over words, parts of speech and what the question asks for. Facts of option references are read by rule. If no sentence in sight holds enough of the
 * question, it says nothing. It calls no tool: passages that were pruned for this very question have been searched for it
 * by then, and a note beside them says so; {@link SearchingReader} is for other questions.
 *
 * <p>On SQuAD 2.0 questions that have an answer, with ten paragraphs each, it reaches F1 0.49 on the half that it was fitted on
 * (n = 129) and 0.36 on the other (n = 113); it seldom notices that a question of that set has no answer, and does not join what
 * two passages say. It measures whether what answers is in sight, not how a language model behaves. Deterministic, thread-safe; linear in the
 * text up to sorting.
 */
public final class ExtractiveReader implements PassageReader {

    /** Share of the question's words that the best sentence and its section need; fitted on the development half. */
    private static final double ENOUGH = 0.3;

    /** Sentences whose spans are weighed. */
    private static final int SENTENCES = 4;

    private static final Pattern DENIES =
            Pattern.compile("(?i)\\b(?:not|no|never|neither|nor|cannot|can't|without)\\b");

    private final Tagger tagger = new Tagger();
    private final SpanWeights weights = new SpanWeights();

    /** A reader. Reads its model of parts of speech, which takes a moment; use one for all cases. */
    public ExtractiveReader() {}

    @Override
    public AiMessage reply(PassageView view) {
        Question question = Question.of(view.question());
        List<Sentence> sentences = Sentence.of(view.text());
        return AiMessage.from(answer(question, sentences).orElse(""));
    }

    private Optional<String> answer(Question question, List<Sentence> sentences) {
        List<Ranked> ranked = SentenceRanking.rank(question, sentences);
        if (ranked.isEmpty() || !isInSight(question, sentences)) {
            return Optional.empty();
        }
        ReferenceRule.Found fact = ReferenceRule.find(question, ranked);
        if (fact.applies()) {
            return fact.answer();
        }
        if (ranked.get(0).coverage() < ENOUGH) {
            return Optional.empty();
        }
        return question.kind() == AnswerKind.WHETHER
                ? Optional.of(whether(question, ranked.get(0)))
                : span(question, sentences, ranked);
    }

    /** A name of a program's thing that nothing in sight mentions is not told of, whatever else is alike. */
    private static boolean isInSight(Question question, List<Sentence> sentences) {
        return question.names().stream()
                .allMatch(name -> sentences.stream()
                        .anyMatch(one -> one.text().toLowerCase(Locale.ROOT).contains(name)));
    }

    private static String whether(Question question, Ranked best) {
        boolean denied = DENIES.matcher(best.sentence().text()).find();
        return denied == DENIES.matcher(question.text()).find() ? "yes" : "no";
    }

    private Optional<String> span(Question question, List<Sentence> sentences, List<Ranked> ranked) {
        SpanFeatures features =
                new SpanFeatures(question, sentences, ranked.get(0).value());
        return ranked.stream()
                .limit(SENTENCES)
                .flatMap(one -> Span.of(one, tagger.tags(one.sentence().tokens())).stream())
                .max(Comparator.comparingDouble(span -> weights.value(features.of(span))))
                .map(Span::text);
    }
}
