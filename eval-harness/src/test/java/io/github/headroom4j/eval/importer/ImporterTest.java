package io.github.headroom4j.eval.importer;

import static io.github.headroom4j.eval.importer.QuestionSets.cases;
import static io.github.headroom4j.eval.importer.QuestionSets.titles;
import static io.github.headroom4j.eval.importer.QuestionSets.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.Provenance;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {

    private static final ImportOptions USUAL = ImportOptions.DEFAULTS;

    private final Path folder;

    ImporterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void squad_should_give_the_sentence_in_which_most_found_their_answer() {
        List<EvalCase> cases = squad(USUAL);

        assertThat(cases).extracting(EvalCase::id).containsExactly("h1", "h2", "h3", "p1");
        EvalCase first = cases.get(0);
        assertThat(first.gold()).containsExactlyInAnyOrder("seven", "at seven");
        assertThat(first.evidence()).hasSize(1);
        Evidence evidence = first.evidence().get(0);
        assertThat(evidence.item()).isEqualTo("seven");
        assertThat(evidence.text()).isEqualTo("The \uD83D\uDEA2 office opens at seven.");
        assertThat(first.passages().get(evidence.call()).text()).startsWith("Harbour\nThe \uD83D\uDEA2 office");
        assertThat(first.calls()).isEmpty();
    }

    @Test
    void squad_should_keep_questions_without_an_answer_and_their_paragraph() {
        EvalCase impossible = squad(USUAL).get(1);

        assertThat(impossible.gold()).isEmpty();
        assertThat(impossible.evidence()).isEmpty();
        assertThat(impossible.passages()).anyMatch(one -> one.text().contains("Ships call by radio"));
        assertThat(squad(USUAL.withUnanswerable(false)))
                .extracting(EvalCase::id)
                .containsExactly("h1", "h3", "p1");
    }

    @Test
    void squad_should_find_an_answer_that_stands_elsewhere_and_leave_out_what_is_nowhere() {
        Provenance provenance = importer(ImportFormat.SQUAD, QuestionSets.SQUAD, USUAL.withPassages(2))
                .cases(one -> {});

        assertThat(provenance.read()).isEqualTo(5);
        assertThat(provenance.kept()).isEqualTo(4);
        assertThat(provenance.dropped()).isEqualTo(Map.of("the paragraph holds none of its answers", 1));
        assertThat(provenance.notes())
                .isEqualTo(Map.of("an answer stands elsewhere than the file says", 1, "unanswerable", 1));
        assertThat(squad(USUAL).get(2).evidence().get(0).text()).isEqualTo("It was built in Bergen.");
    }

    @Test
    void squad_should_take_the_nearest_paragraphs_of_the_file_beside_the_gold_one() {
        String asked = QuestionSets.SQUAD.replace("the pilot boat built", "the boat of the pool built");
        EvalCase aboutBoat = cases(
                        file(asked), ImportFormat.SQUAD, USUAL.withPassages(2).withGoldPlace(GoldPlace.LAST))
                .get(2);
        assertThat(aboutBoat.passages()).hasSize(2);
        assertThat(aboutBoat.passages().get(0).text()).startsWith("Pool\nThe pool");
        assertThat(aboutBoat.passages()).extracting(RetrievedPassage::score).containsExactly(1.0, 0.5);
    }

    @Test
    void the_same_document_should_bring_other_paragraphs_of_it_only() {
        List<EvalCase> cases = squad(USUAL.withDistractors(Distractors.SAME_DOCUMENT));

        assertThat(titles(cases.get(0))).containsExactly("Harbour", "Harbour");
        assertThat(titles(cases.get(3))).containsExactly("Pool");
    }

    @Test
    void questions_of_one_article_should_be_in_one_cluster_and_split() {
        List<EvalCase> cases = squad(USUAL);

        assertThat(cases).extracting(EvalCase::cluster).containsExactly("Harbour", "Harbour", "Harbour", "Pool");
        assertThat(squad(USUAL.withDevShare(1))).extracting(EvalCase::split).containsOnly("dev");
        assertThat(squad(USUAL.withDevShare(0))).extracting(EvalCase::split).containsOnly("test");
        assertThat(squad(USUAL.withSeed(9)))
                .extracting(EvalCase::split)
                .isEqualTo(cases.stream().map(EvalCase::split).toList());
    }

    @Test
    void hotpotqa_should_keep_paragraphs_as_given_and_all_supporting_sentences() {
        List<EvalCase> cases = cases(file(QuestionSets.HOTPOTQA), ImportFormat.HOTPOTQA, USUAL);

        assertThat(cases).extracting(EvalCase::id).containsExactly("a1", "a2");
        assertThat(titles(cases.get(0))).containsExactly("Backups", "Cache", "Logging", "Mara Lindqvist");
        assertThat(cases.get(0).evidence())
                .containsExactly(
                        new Evidence("Umea", 1, "Mara Lindqvist wrote the cache."),
                        new Evidence("Umea", 3, "She was born in Umea."));
        assertThat(cases.get(0).passages().get(3).text())
                .isEqualTo("Mara Lindqvist\nShe was born in Umea. She leads a group.");
        assertThat(cases.get(1).gold()).containsExactly("no");
        assertThat(cases.get(1).evidence()).hasSize(2);
    }

    @Test
    void hotpotqa_without_an_answer_should_have_no_evidence() {
        String blank = QuestionSets.HOTPOTQA.replace("\"answer\": \"Umea\"", "\"answer\": \" \"");
        EvalCase one = cases(file(blank), ImportFormat.HOTPOTQA, USUAL).get(0);
        assertThat(one.gold()).isEmpty();
        assertThat(one.evidence()).isEmpty();
    }

    @Test
    void hotpotqa_questions_that_share_a_gold_paragraph_should_share_a_cluster() {
        String shared = QuestionSets.HOTPOTQA.replace("[\"Cache\", 1]", "[\"Backups\", 1]");
        List<EvalCase> cases = cases(file(shared), ImportFormat.HOTPOTQA, USUAL);
        assertThat(cases).extracting(EvalCase::cluster).containsExactly("Backups", "Backups");
    }

    @Test
    void hotpotqa_should_leave_out_distractors_before_gold_paragraphs() {
        EvalCase one = cases(file(QuestionSets.HOTPOTQA), ImportFormat.HOTPOTQA, USUAL.withPassages(3))
                .get(0);
        assertThat(titles(one)).containsExactly("Backups", "Cache", "Mara Lindqvist");

        Provenance narrow = importer(
                        ImportFormat.HOTPOTQA,
                        QuestionSets.HOTPOTQA.replace("[\"Retries\", 7]", "[\"Retries\", 0]"),
                        USUAL.withPassages(1))
                .cases(kept -> assertThat(titles(kept)).containsExactly("Retries"));
        assertThat(narrow.dropped()).isEqualTo(Map.of("more passages answer than passages are wanted", 2));
    }

    @Test
    void gold_places_should_be_where_they_say() {
        assertThat(nqTitles(GoldPlace.AS_GIVEN)).containsExactly("Pool", "Cache", "Queue");
        assertThat(nqTitles(GoldPlace.FIRST)).containsExactly("Cache", "Pool", "Queue");
        assertThat(nqTitles(GoldPlace.MIDDLE)).containsExactly("Pool", "Cache", "Queue");
        assertThat(nqTitles(GoldPlace.LAST)).containsExactly("Pool", "Queue", "Cache");
        assertThat(nqTitles(GoldPlace.SHUFFLED)).containsExactlyInAnyOrder("Pool", "Queue", "Cache");
    }

    private List<String> nqTitles(GoldPlace place) {
        return titles(cases(file(QuestionSets.NQ_OPEN), ImportFormat.NQ_OPEN, USUAL.withGoldPlace(place))
                .get(0));
    }

    @Test
    void nq_open_should_read_packed_lines_and_find_the_answer_where_nothing_is_gold() throws IOException {
        Path packed = folder.resolve("nq-open.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(QuestionSets.NQ_OPEN.getBytes(StandardCharsets.UTF_8));
        }
        List<EvalCase> cases = cases(packed, ImportFormat.NQ_OPEN, USUAL);

        assertThat(cases).hasSize(2).extracting(EvalCase::id).allMatch(id -> id.matches("q-[0-9a-f]{16}"));
        assertThat(cases.get(0).evidence())
                .containsExactly(new Evidence("ten thousand", 1, "It holds ten thousand entries."));
        assertThat(cases.get(1).evidence()).containsExactly(new Evidence("Olsen", 0, "Olsen built it."));
        assertThat(importer(ImportFormat.NQ_OPEN, QuestionSets.NQ_OPEN, USUAL)
                        .cases(one -> {})
                        .dropped())
                .isEqualTo(Map.of("no passage is said to answer, and none holds an answer", 1));
    }

    @Test
    void jsonl_should_read_passages_contexts_and_flat_squad() {
        String lines = """
                {"id": 7, "question": "What is the limit?", "answer": "40", "passages": [{"text": "It was 140 once. The limit is 40."}, {"title": "T", "text": "Nothing here."}]}
                {"question": "Is it safe?", "answers": ["yes"], "passages": [{"text": "It is tested daily.", "gold": true, "document": "guide"}, {"text": "Nothing there."}]}
                {"question": "Where is it?", "answers": ["Oslo"], "contexts": ["Bergen is wet.", "It is in Oslo. Oslo is dry."]}
                {"id": "../../x", "question": "Who came?", "context": "Ann left before noon. Then Bob came by boat.", "answers": {"text": ["Bob"], "answer_start": [27]}}
                {"id": "n", "question": "Why?", "context": "Ann left.", "answers": ["Ann"], "is_impossible": true}
                {"id": "e", "question": "How?", "answers": ["by boat"], "passages": [{"text": "Ann went. She took the boat."}], "evidence": ["She took the boat."]}
                """;
        List<EvalCase> cases = cases(file(lines), ImportFormat.JSONL, USUAL.withPassages(2));

        assertThat(cases).extracting(EvalCase::id).contains("7", "n", "e").noneMatch(id -> id.contains("/"));
        assertThat(cases)
                .flatExtracting(EvalCase::evidence)
                .extracting(Evidence::text)
                .containsExactly("The limit is 40.", "It is in Oslo.", "Then Bob came by boat.", "She took the boat.");
        assertThat(cases.get(1).cluster()).isEqualTo("guide");
        assertThat(cases.get(4).gold()).isEmpty();
    }

    @Test
    void jsonl_should_draw_distractors_only_if_the_file_gives_none() {
        String flat = """
                {"question": "Who came?", "context": "Then Bob came.", "answers": ["Bob"]}
                {"question": "Who left?", "context": "Then Ann left.", "answers": ["Ann"]}
                """;
        assertThat(cases(file(flat), ImportFormat.JSONL, USUAL))
                .allMatch(one -> one.passages().size() == 2);
        assertThat(cases(file(flat), ImportFormat.JSONL, USUAL.withDistractors(Distractors.AS_GIVEN)))
                .allMatch(one -> one.passages().size() == 1);
    }

    @Test
    void a_passage_that_is_given_twice_should_count_once() {
        String line = """
                {"question": "Who?", "answers": ["Bob"], "passages": [{"text": "Ann left."}, {"text": "Bob came."}, {"text": "Bob came.", "gold": true}]}
                """;
        EvalCase one = cases(file(line), ImportFormat.JSONL, USUAL).get(0);
        assertThat(one.passages()).extracting(RetrievedPassage::text).containsExactly("Ann left.", "Bob came.");
        assertThat(one.evidence()).containsExactly(new Evidence("Bob", 1, "Bob came."));
    }

    @Test
    void a_limit_should_draw_from_the_whole_file_and_name_what_it_left_out() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append(
                    "{\"id\": \"q%d\", \"question\": \"Who %d?\", \"context\": \"Ship %d carries Ann.\", \"answers\": [\"Ann\"]}%n"
                            .formatted(i, i, i));
        }
        Provenance provenance = importer(ImportFormat.JSONL, lines.toString(), USUAL.withLimit(10))
                .cases(one -> {});
        List<EvalCase> kept = cases(file(lines.toString()), ImportFormat.JSONL, USUAL.withLimit(10));

        assertThat(provenance.dropped()).isEqualTo(Map.of("beyond the limit", 30));
        assertThat(kept).hasSize(10).extracting(EvalCase::id).isNotEqualTo(List.of("q0", "q1", "q2", "q3", "q4"));
        assertThat(kept.get(9).id()).isGreaterThan("q1");
        assertThat(cases(
                        file(lines.toString()),
                        ImportFormat.JSONL,
                        USUAL.withLimit(10).withSeed(2)))
                .isNotEqualTo(kept);
        assertThat(kept).allMatch(one -> one.passages().size() == 10);
    }

    @Test
    void provenance_should_say_all_that_is_needed_to_do_it_again() {
        Provenance provenance = importer(ImportFormat.SQUAD, QuestionSets.SQUAD, USUAL.withSeed(5))
                .cases(one -> {});

        assertThat(provenance.file()).isEqualTo("set");
        assertThat(provenance.sha256()).matches("[0-9a-f]{64}");
        assertThat(provenance.options())
                .containsEntry("seed", "5")
                .containsEntry("distractors", "nearest")
                .containsEntry("gold-place", "shuffled")
                .containsEntry("passages", "10");
        assertThat(provenance.describe())
                .contains("5 questions read, 4 kept", "1 left out: the paragraph", "4 kept: fewer passages")
                .doesNotContain(folder.toString());
    }

    @Test
    void options_should_name_what_they_cannot_be() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.withPassages(0))
                .withMessageContaining("was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.withLimit(-1))
                .withMessageContaining("was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.withDevShare(Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.withLanguage("tlh"))
                .withMessageContaining("en, es")
                .withMessageContaining("tlh");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImportFormat.named("csv"))
                .withMessageContaining("hotpotqa")
                .withMessageContaining("csv");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distractors.named("far"))
                .withMessageContaining("same-document");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoldPlace.named("top"))
                .withMessageContaining("middle");
        assertThat(ImportFormat.named("xquad")).isEqualTo(ImportFormat.SQUAD);
    }

    private List<EvalCase> squad(ImportOptions options) {
        return cases(file(QuestionSets.SQUAD), ImportFormat.SQUAD, options);
    }

    private Importer importer(ImportFormat format, String text, ImportOptions options) {
        return Importer.of(file(text), format, options);
    }

    private Path file(String text) {
        return write(folder, "set", text);
    }
}
