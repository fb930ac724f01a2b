package io.github.headroom4j.eval.importer;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.importer.SourceQuestion.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Passages that come with a question, some of which may be said to be gold. Blank ones are left out. Immutable. */
record GivenPassages(List<SourcePassage> passages, Set<Integer> gold) {

    /** Those of a field of objects with title, text and a mark of gold ones. */
    static GivenPassages of(CaseFile from, String field, String goldMark) {
        List<SourcePassage> passages = new ArrayList<>();
        Set<Integer> gold = new HashSet<>();
        for (CaseFile one : from.objects(field)) {
            if (!one.text("text").isBlank()) {
                if (one.flag(goldMark)) {
                    gold.add(passages.size());
                }
                SourcePassage passage = SourcePassage.titled(one.optionalText("title"), one.text("text"));
                String document = one.optionalText("document");
                passages.add(
                        document.isBlank() ? passage : new SourcePassage(document, passage.title(), passage.text()));
            }
        }
        return new GivenPassages(passages, gold);
    }

    boolean hasGold() {
        return !gold.isEmpty();
    }

    /**
     * Gives a question with these passages. If none is gold, the first that holds an answer is; the sentence that answers is
     * found in the first gold passage that has one.
     */
    void question(String id, String question, Answers answers, QuestionSink sink) {
        Optional<Fact> fact = fact(question, answers.texts());
        Set<Integer> known = hasGold() ? gold : fact.stream().map(Fact::passage).collect(Collectors.toSet());
        sink.question(new SourceQuestion(
                id, question, answers.texts(), passages, known, fact.stream().toList(), false));
    }

    private Optional<Fact> fact(String question, List<String> answers) {
        for (int i = 0; i < passages.size(); i++) {
            if (!hasGold() || gold.contains(i)) {
                int at = i;
                Optional<Fact> fact = SentenceText.of(passages.get(i).text())
                        .answering(question, answers)
                        .map(sentence -> new Fact(at, sentence));
                if (fact.isPresent()) {
                    return fact;
                }
            }
        }
        return Optional.empty();
    }
}
