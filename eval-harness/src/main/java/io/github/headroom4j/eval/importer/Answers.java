package io.github.headroom4j.eval.importer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.headroom4j.eval.dataset.CaseFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of a question in the shapes that there are: an array of texts, an array of objects with {@code text} and {@code
 * answer_start}, an object with arrays of those names. Immutable.
 */
final class Answers {

    /** A question has at most so many accepted answers: 1,000; those of public sets have some dozen. */
    static final int MAX_ANSWERS = 1_000;

    private static final int UNKNOWN = -1;

    private record Answer(String text, int start) {}

    private final List<Answer> answers;

    private Answers(List<Answer> answers) {
        this.answers = List.copyOf(answers);
    }

    static Answers none() {
        return new Answers(List.of());
    }

    /** Those of a field, none if it is absent. */
    static Answers of(CaseFile from, String field) {
        if (!from.has(field)) {
            return none();
        }
        JsonNode value = from.raw(field);
        List<Answer> answers = new ArrayList<>();
        if (value.isTextual()) {
            answers.add(new Answer(value.textValue(), UNKNOWN));
        } else if (value.isObject()) {
            CaseFile columns = from.at(field);
            List<String> texts = columns.texts("text");
            for (int i = 0; i < texts.size(); i++) {
                JsonNode start = columns.has("answer_start")
                        ? columns.raw("answer_start").path(i)
                        : value.path("");
                answers.add(new Answer(texts.get(i), start.canConvertToInt() ? start.intValue() : UNKNOWN));
            }
        } else if (value.path(0).isObject()) {
            for (CaseFile one : from.objects(field)) {
                int start = one.has("answer_start") ? one.integer("answer_start") : UNKNOWN;
                answers.add(new Answer(one.text("text"), start));
            }
        } else {
            from.texts(field).forEach(text -> answers.add(new Answer(text, UNKNOWN)));
        }
        answers.removeIf(answer -> answer.text().isBlank());
        if (answers.size() > MAX_ANSWERS) {
            throw from.mistake(field, "has " + answers.size() + " answers; at most " + MAX_ANSWERS + " are read");
        }
        return new Answers(answers);
    }

    List<String> texts() {
        return answers.stream().map(Answer::text).toList();
    }

    boolean isEmpty() {
        return answers.isEmpty();
    }

    /** Whether any says where it stands. */
    boolean placed() {
        return answers.stream().anyMatch(answer -> answer.start() != UNKNOWN);
    }

    /** Whether one does not stand where it says. */
    boolean misplaced(SentenceText paragraph) {
        return answers.stream()
                .filter(answer -> answer.start() != UNKNOWN)
                .anyMatch(answer -> !paragraph.hasAt(answer.text(), answer.start()));
    }

    /**
     * The sentence in which most of those who answered found their answer, the first of several: any accepted answer is enough,
     * so that one place is, too. Empty if none of the answers stands in the paragraph.
     */
    Optional<String> sentence(SentenceText paragraph) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (Answer answer : answers) {
            int at = answer.start() == UNKNOWN ? UNKNOWN : paragraph.find(answer.text(), answer.start());
            if (at != UNKNOWN) {
                votes.merge(paragraph.around(at, at + answer.text().length()), 1, Integer::sum);
            }
        }
        int most = votes.values().stream().mapToInt(n -> n).max().orElse(0);
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
