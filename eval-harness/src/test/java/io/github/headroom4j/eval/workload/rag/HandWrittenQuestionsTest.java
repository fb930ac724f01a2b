package io.github.headroom4j.eval.workload.rag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code questions.jsonl} promises, checked against the text of the documents. */
class HandWrittenQuestionsTest {

    /** Words in a row that a question may not share with its evidence: it must be asked in other words. */
    private static final int COPIED_WORDS = 8;

    private static final Pattern NO_WORD = Pattern.compile("\\W+");

    private record Question(
            String id,
            String question,
            String kind,
            List<String> documents,
            List<String> answers,
            List<String> evidence,
            boolean abstractive) {}

    private final Corpus corpus = SharedCorpus.CORPUS;
    private final List<Question> questions = read();

    @Test
    void should_have_enough_of_each_kind() {
        Map<String, Long> kinds =
                questions.stream().collect(Collectors.groupingBy(Question::kind, Collectors.counting()));

        assertThat(kinds).containsOnlyKeys("single", "multi-hop", "comparison", "unanswerable");
        assertThat(kinds.get("single")).isGreaterThanOrEqualTo(150);
        assertThat(kinds.get("multi-hop")).isGreaterThanOrEqualTo(35);
        assertThat(kinds.get("comparison")).isGreaterThanOrEqualTo(20);
        assertThat(kinds.getOrDefault("unanswerable", 0L) / (double) questions.size())
                .isGreaterThanOrEqualTo(0.15);
    }

    @Test
    void should_be_about_every_library_and_many_documents() {
        Set<String> documents = new HashSet<>();
        Set<String> libraries = new HashSet<>();
        questions.forEach(question -> documents.addAll(question.documents()));
        documents.forEach(id -> libraries.add(corpus.document(id).library()));

        assertThat(documents).hasSizeGreaterThan(300);
        assertThat(libraries)
                .containsExactlyInAnyOrderElementsOf(
                        corpus.documents().stream().map(CorpusDocument::library).collect(Collectors.toSet()));
    }

    @Test
    void should_each_have_an_id_and_a_wording_of_its_own() {
        assertThat(questions).extracting(Question::id).doesNotHaveDuplicates().allMatch(id -> id.matches("h\\d{3}"));
        assertThat(questions)
                .extracting(Question::question)
                .doesNotHaveDuplicates()
                .allMatch(text -> text.endsWith("?"));
    }

    @Test
    void should_find_all_evidence_in_the_named_documents() {
        for (Question question : questions) {
            List<String> texts = question.documents().stream()
                    .map(id -> normalised(corpus.document(id).text()))
                    .toList();
            assertThat(question.evidence())
                    .as(question.id())
                    .allSatisfy(sentence -> assertThat(texts).anyMatch(text -> text.contains(sentence)));
            if (!question.kind().equals("unanswerable")) {
                assertThat(texts)
                        .as(question.id())
                        .allMatch(text -> question.evidence().stream().anyMatch(text::contains));
            }
        }
    }

    @Test
    void should_have_answers_that_the_evidence_shows_unless_marked() {
        for (Question question : questions) {
            String evidence = String.join("\n", question.evidence()).toLowerCase(Locale.ROOT);
            boolean shown =
                    question.answers().stream().anyMatch(answer -> evidence.contains(answer.toLowerCase(Locale.ROOT)));
            if (question.kind().equals("unanswerable")) {
                assertThat(question.answers()).as(question.id()).isEmpty();
                assertThat(question.evidence()).as(question.id()).isEmpty();
            } else {
                assertThat(shown || question.abstractive()).as(question.id()).isTrue();
                assertThat(question.abstractive() && !question.kind().equals("comparison"))
                        .as(question.id())
                        .isFalse();
            }
        }
    }

    @Test
    void should_need_two_sentences_when_there_are_two_steps_or_two_things() {
        assertThat(questions)
                .filteredOn(question ->
                        question.kind().equals("multi-hop") || question.kind().equals("comparison"))
                .allSatisfy(question ->
                        assertThat(question.evidence()).as(question.id()).hasSizeGreaterThan(1));
    }

    @Test
    void should_not_copy_their_evidence() {
        for (Question question : questions) {
            Set<String> runs = runs(question.question());
            question.evidence()
                    .forEach(sentence -> assertThat(runs(sentence))
                            .as(question.id())
                            .doesNotContainAnyElementsOf(runs.isEmpty() ? Set.of("none") : runs));
        }
    }

    private static Set<String> runs(String text) {
        String[] words = NO_WORD.split(text.toLowerCase(Locale.ROOT));
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + COPIED_WORDS <= words.length; i++) {
            runs.add(String.join(" ", List.of(words).subList(i, i + COPIED_WORDS)));
        }
        return runs;
    }

    private static String normalised(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static List<Question> read() {
        ObjectMapper json = new ObjectMapper();
        List<Question> questions = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(SharedCorpus.FOLDER.resolve("questions.jsonl"))) {
                JsonNode node = json.readTree(line);
                questions.add(new Question(
                        node.path("id").asText(),
                        node.path("question").asText(),
                        node.path("kind").asText(),
                        texts(node.path("documents")),
                        texts(node.path("answers")),
                        texts(node.path("evidence")),
                        node.path("abstractive").asBoolean()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return questions;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
