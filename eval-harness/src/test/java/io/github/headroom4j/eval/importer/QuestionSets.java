package io.github.headroom4j.eval.importer;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small question sets of our own in the shapes of the public ones. */
final class QuestionSets {

    /** Two articles; one answer behind a character that is two in UTF-16, one given at a wrong place, one impossible question. */
    static final String SQUAD = """
            {"version": "v2.0", "data": [
              {"title": "Harbour", "paragraphs": [
                {"context": "The \uD83D\uDEA2 office opens at seven. Ships call by radio an hour before they come. Fees depend on length.",
                 "qas": [
                  {"id": "h1", "question": "When does the office open?", "is_impossible": false,
                   "answers": [{"text": "seven", "answer_start": 22}, {"text": "at seven", "answer_start": 19}]},
                  {"id": "h2", "question": "Who pays the pilot?", "is_impossible": true, "answers": [],
                   "plausible_answers": [{"text": "Ships", "answer_start": 31}]}]},
                {"context": "The pilot boat is called Gull. It was built in Bergen. It has two engines.",
                 "qas": [
                  {"id": "h3", "question": "Where was the pilot boat built?",
                   "answers": [{"text": "Bergen", "answer_start": 3}]}]}]},
              {"title": "Pool", "paragraphs": [
                {"context": "The pool keeps forty connections. Idle ones are closed after ten minutes.",
                 "qas": [
                  {"id": "p1", "question": "How many connections does the pool keep?",
                   "answers": [{"text": "forty", "answer_start": 15}]},
                  {"id": "p2", "question": "What colour has the pool?",
                   "answers": [{"text": "green", "answer_start": 4}]}]}]}]}
            """;

    /** One question of two facts, one of yes or no, one whose fact is not there. */
    static final String HOTPOTQA = """
            [{"_id": "a1", "question": "In which town was the author of the cache born?", "answer": "Umea", "type": "bridge",
              "level": "hard", "supporting_facts": [["Cache", 1], ["Mara Lindqvist", 0]],
              "context": [
                ["Backups", ["A copy is written every night.", " It is encrypted."]],
                ["Cache", ["Answers are kept on the heap.", " Mara Lindqvist wrote the cache."]],
                ["Logging", ["Lines are rotated at midnight."]],
                ["Mara Lindqvist", ["She was born in Umea.", "She leads a group."]],
                ["Empty", [""]]]},
             {"_id": "a2", "question": "Are backups and logs both encrypted?", "answer": "no", "type": "comparison",
              "level": "hard", "supporting_facts": [["Backups", 1], ["Logging", 1]],
              "context": [
                ["Backups", ["A copy is written every night.", " It is encrypted."]],
                ["Logging", ["Lines are rotated at midnight.", " They are plain text."]],
                ["Retries", ["Nothing is sent twice."]]]},
             {"_id": "a3", "question": "Who?", "answer": "Nobody", "type": "bridge", "level": "hard",
              "supporting_facts": [["Retries", 7]], "context": [["Retries", ["Nothing is sent twice."]]]}]
            """;

    static final String NQ_OPEN = """
            {"question": "how many entries does the cache hold", "answers": ["ten thousand", "10,000"], "ctxs": [\
            {"id": "1", "title": "Pool", "text": "The pool holds forty connections.", "hasanswer": false, "isgold": false},\
            {"id": "2", "title": "Cache", "text": "It lives on the heap. It holds ten thousand entries.", "hasanswer": true, "isgold": true},\
            {"id": "3", "title": "Queue", "text": "The queue is shorter.", "hasanswer": false, "isgold": false}]}
            {"question": "who built the boat", "answers": ["Olsen"], "ctxs": [\
            {"id": "4", "title": "Boat", "text": "The boat is new. Olsen built it.", "hasanswer": true},\
            {"id": "5", "title": "Quay", "text": "The quay is old.", "hasanswer": false}]}
            {"question": "who painted the quay", "answers": ["Berg"], "ctxs": [\
            {"id": "5", "title": "Quay", "text": "The quay is old.", "hasanswer": false}]}
            """;

    private QuestionSets() {}

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<EvalCase> cases(Path file, ImportFormat format, ImportOptions options) {
        List<EvalCase> cases = new ArrayList<>();
        Importer.of(file, format, options).cases(cases::add);
        return cases;
    }

    static List<String> titles(EvalCase one) {
        return one.passages().stream().map(RetrievedPassage::title).toList();
    }
}
