package io.github.headroom4j.eval.importer;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.dataset.SourceFile;
import io.github.headroom4j.eval.importer.SourceQuestion.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * JSON lines of anybody's own. A line is one question: {@code question}; {@code id}, or it is known by a hash; the accepted
 * answers in {@code answers} or {@code answer} (a text, an array of texts, or in SQuAD's shape), none if nothing answers, as is
 * said by {@code is_impossible}, too; and one of
 *
 * <ul>
 *   <li>{@code passages}: objects with {@code text} and, if wanted, {@code title}, {@code document} and {@code gold}, the best first;
 *   <li>{@code contexts}: the same as texts only;
 *   <li>{@code context}: the one paragraph that answers, with its {@code title} if there is one. SQuAD as flat lines is this.
 * </ul>
 *
 * With passages or contexts, {@code evidence} may hold the sentences that answer, exactly as they stand in a passage. If nothing
 * is gold, the first passage that holds evidence or an answer is.
 */
final class JsonlReader implements QuestionReader {

    @Override
    public void read(SourceFile file, QuestionSink sink) {
        file.lines(line -> {
            String question = line.text("question");
            String id = line.has("id") ? id(line) : hashed(question);
            if (line.has("context")) {
                String context = line.text("context");
                SourcePassage paragraph = SourcePassage.titled(line.optionalText("title"), context);
                SquadReader.question(id, line, SentenceText.of(context), paragraph, sink);
            } else {
                Answers answers = answers(line);
                GivenPassages given = given(line);
                if (line.has("evidence")) {
                    evident(
                            line,
                            given,
                            new SourceQuestion(
                                    id, question, answers.texts(), given.passages(), given.gold(), List.of(), false),
                            sink);
                } else {
                    given.question(id, question, answers, sink);
                }
            }
        });
    }

    private static Answers answers(CaseFile line) {
        return line.flag("is_impossible")
                ? Answers.none()
                : Answers.of(line, line.has("answers") ? "answers" : "answer");
    }

    private static GivenPassages given(CaseFile line) {
        if (line.has("passages")) {
            return GivenPassages.of(line, "passages", "gold");
        }
        if (!line.has("contexts")) {
            throw line.mistake("passages", "is missing, and so are contexts and context");
        }
        return new GivenPassages(
                line.texts("contexts").stream()
                        .filter(text -> !text.isBlank())
                        .map(text -> SourcePassage.titled("", text))
                        .toList(),
                Set.of());
    }

    private static void evident(CaseFile line, GivenPassages given, SourceQuestion asked, QuestionSink sink) {
        if (asked.answers().isEmpty() && !line.texts("evidence").isEmpty()) {
            throw line.mistake("evidence", "is there, but no answer is; say what a right answer is");
        }
        List<Fact> facts = new ArrayList<>();
        Set<Integer> gold = new HashSet<>(given.gold());
        List<String> texts = given.passages().stream().map(SourcePassage::text).toList();
        for (String sentence : line.texts("evidence")) {
            int at = holder(texts, sentence, given.gold());
            if (at < 0) {
                throw line.mistake("evidence[" + facts.size() + "]", "does not stand in a gold passage as it is");
            }
            gold.add(at);
            facts.add(new Fact(at, sentence.strip()));
        }
        sink.question(new SourceQuestion(
                asked.id(), asked.question(), asked.answers(), asked.passages(), gold, facts, false));
    }

    private static int holder(List<String> texts, String sentence, Set<Integer> gold) {
        for (int i = 0; i < texts.size(); i++) {
            if ((gold.isEmpty() || gold.contains(i))
                    && !sentence.isBlank()
                    && texts.get(i).contains(sentence.strip())) {
                return i;
            }
        }
        return -1;
    }

    private static String id(CaseFile line) {
        return line.raw("id").isNumber() ? line.raw("id").asText() : line.text("id");
    }

    /** An id for a question without one. */
    static String hashed(String question) {
        return "q-" + Sha256.of(question).substring(0, 16);
    }
}
