package io.github.headroom4j.eval.workload.rag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Over the real corpus. */
class OptionQuestionsTest {

    private static final List<RagQuestion> QUESTIONS = OptionQuestions.of(SharedCorpus.CORPUS, "seed");

    @Test
    void a_seed_draws_the_same_questions_and_another_one_others() {
        assertThat(OptionQuestions.of(SharedCorpus.CORPUS, "seed")).isEqualTo(QUESTIONS);
        assertThat(texts(OptionQuestions.of(SharedCorpus.CORPUS, "other"))).isNotEqualTo(texts(QUESTIONS));
    }

    @Test
    void there_are_enough_of_each_kind_and_no_two_are_alike() {
        assertThat(QUESTIONS).hasSizeGreaterThanOrEqualTo(200);
        assertThat(texts(QUESTIONS)).doesNotHaveDuplicates();
        assertThat(QUESTIONS).extracting(RagQuestion::id).doesNotHaveDuplicates();
        Map<String, Set<String>> splits = QUESTIONS.stream()
                .collect(Collectors.groupingBy(
                        RagQuestion::kind, Collectors.mapping(RagQuestion::split, Collectors.toSet())));
        assertThat(splits)
                .containsKeys("values", "described-default")
                .containsEntry("default", Set.of("dev", "test"))
                .containsEntry("option", Set.of("dev", "test"))
                .containsEntry("unanswerable-silent", Set.of("dev", "test"))
                .containsEntry("unanswerable-invented", Set.of("dev", "test"));
    }

    @Test
    void an_answer_stands_in_one_of_its_proofs() {
        assertThat(QUESTIONS)
                .filteredOn(RagQuestion::isAnswerable)
                .allSatisfy(question -> assertThat(question.proofs().stream().flatMap(proof -> proof.places().stream()))
                        .anySatisfy(place -> assertThat(place.document().text().substring(place.start(), place.end()))
                                .contains(question.answers().get(0))));
    }

    @Test
    void what_describes_an_option_is_in_the_question_but_its_name_is_not() {
        assertThat(QUESTIONS)
                .filteredOn(question -> question.kind().equals("option"))
                .allSatisfy(question -> assertThat(question.question())
                        .doesNotContain(question.answers().get(0))
                        .containsIgnoringCase("option|property"
                                .split("\\|", -1)[question.cluster().startsWith("kafka") ? 0 : 1]));
    }

    @Test
    void no_document_knows_an_invented_option() {
        assertThat(QUESTIONS)
                .filteredOn(question -> question.kind().equals("unanswerable-invented"))
                .hasSizeGreaterThan(20)
                .allSatisfy(question -> {
                    assertThat(question.isAnswerable()).isFalse();
                    String name = question.question().replaceFirst("(?s)^.*?((?:[a-z0-9-]+\\.)+[a-z0-9-]+).*$", "$1");
                    assertThat(SharedCorpus.CORPUS.documents())
                            .noneMatch(document -> document.text().contains(name));
                });
    }

    private static List<String> texts(List<RagQuestion> questions) {
        return questions.stream().map(RagQuestion::question).toList();
    }
}
