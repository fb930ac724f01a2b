package io.github.headroom4j.eval.importer;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.SourceFile;

/**
 * NQ-open with documents, as the authors of "Lost in the Middle" published it, one question per line: {@code {"question",
 * "answers", "ctxs": [{"title", "text", "isgold", "hasanswer"}]}}. Gold is what {@code isgold} says, or, if it says it of none,
 * what {@code hasanswer} does. Questions have no id, so that they are known by a hash.
 */
final class NqOpenReader implements QuestionReader {

    @Override
    public void read(SourceFile file, QuestionSink sink) {
        file.lines(line -> {
            GivenPassages given = GivenPassages.of(line, "ctxs", "isgold");
            GivenPassages gold = given.hasGold() ? given : GivenPassages.of(line, "ctxs", "hasanswer");
            gold.question(id(line), line.text("question"), Answers.of(line, "answers"), sink);
        });
    }

    private static String id(CaseFile line) {
        return JsonlReader.hashed(line.text("question"));
    }
}
