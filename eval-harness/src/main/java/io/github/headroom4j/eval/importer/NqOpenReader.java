package io.github.headroom4j.eval.importer;

import io.github.headroom4j.eval.dataset.SourceFile;

/**
 * NQ-open with documents, as the authors of "Lost in the Middle" published it, one question per line: {@code {"question",
 * "answers", "ctxs": [{"title", "text", "isgold", "hasanswer"}]}}. Gold is what {@code isgold} says; {@code hasanswer}, which only
 * says that some answer's letters occur, is not needed. Questions have no id, so that they are known by a hash.
 */
final class NqOpenReader implements QuestionReader {

    @Override
    public void read(SourceFile file, QuestionSink sink) {
        file.lines(line -> {
            String question = line.text("question");
            GivenPassages.of(line, "ctxs", "isgold")
                    .question(JsonlReader.hashed(question), question, Answers.of(line, "answers"), sink);
        });
    }
}
