package io.github.headroom4j.eval.importer;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.SourceFile;
import io.github.headroom4j.eval.importer.SourceQuestion.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * SQuAD 1.1 and 2.0, and whatever has their shape, such as XQuAD: {@code {"data": [{"title", "paragraphs": [{"context", "qas":
 * [{"id", "question", "answers": [{"text", "answer_start"}], "is_impossible"}]}]}]}}.
 */
final class SquadReader implements QuestionReader {

    @Override
    public void read(SourceFile file, QuestionSink sink) {
        file.elements("data", article -> {
            String title = article.optionalText("title");
            for (CaseFile paragraph : article.objects("paragraphs")) {
                String context = paragraph.text("context");
                SentenceText sentences = SentenceText.of(context);
                for (CaseFile asked : paragraph.objects("qas")) {
                    String id = asked.text("id");
                    question(id, asked, sentences, SourcePassage.titled(title, context), sink);
                }
            }
        });
    }

    /** A question about one paragraph. */
    static void question(
            String id, CaseFile asked, SentenceText sentences, SourcePassage paragraph, QuestionSink sink) {
        // What answers an impossible question only looks like an answer.
        Answers answers = asked.flag("is_impossible") ? Answers.none() : Answers.of(asked, "answers");
        Optional<String> sentence = answers.placed()
                ? answers.sentence(sentences)
                : sentences.answering(asked.text("question"), answers.texts());
        if (!answers.isEmpty() && sentence.isEmpty()) {
            sink.dropped(DropReason.NO_ANSWER_IN_PARAGRAPH);
            return;
        }
        sink.question(new SourceQuestion(
                id,
                asked.text("question"),
                answers.texts(),
                List.of(paragraph),
                Set.of(0),
                sentence.map(one -> new Fact(0, one)).stream().toList(),
                answers.misplaced(sentences)));
    }
}
