package io.github.headroom4j.eval.workload.codesearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.workload.codesearch.Manifest.LibrarySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over the real libraries; makes all cases once. */
class CodeSearchWorkloadTest {

    private static final Path FOLDER = Path.of("..", "datasets", "code-search");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static CodeSearchWorkload workload = new CodeSearchWorkload(FOLDER);
    private static List<EvalCase> cases = List.of();
    private static List<EvalCase> tasks = List.of();

    @BeforeAll
    static void makeCases() {
        // cases() itself compares the hash of each library's cases with the one pinned in the manifest.
        cases = workload.cases();
        tasks = workload.tasks();
    }

    @Test
    void should_have_enough_cases_of_enough_libraries_when_counted() {
        assertThat(cases).hasSizeGreaterThanOrEqualTo(300);
        assertThat(cases.stream().map(EvalCase::id)).doesNotHaveDuplicates();
        assertThat(cases.stream()
                        .collect(Collectors.groupingBy(CodeSearchWorkloadTest::library, Collectors.counting())))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy((library, count) -> assertThat(count).isGreaterThanOrEqualTo(40));
        assertThat(cases.stream().map(EvalCase::cluster).distinct()).hasSizeGreaterThan(100);
        assertThat(workload.cases()).isSameAs(cases);
    }

    @Test
    void should_ask_about_names_in_all_libraries_and_kinds_with_all_evidence_in_the_raw_results() {
        assertThat(tasks).hasSizeGreaterThanOrEqualTo(150);
        assertThat(tasks.stream().map(EvalCase::id)).doesNotHaveDuplicates();
        assertThat(tasks.stream()
                        .collect(Collectors.groupingBy(
                                one -> one.cluster().substring(0, one.cluster().indexOf(':')), Collectors.counting())))
                .hasSize(9)
                .allSatisfy((library, count) -> assertThat(count).isGreaterThanOrEqualTo(12));
        assertThat(tasks.stream().map(EvalCase::tier).distinct())
                .containsExactlyInAnyOrder("several targets", "several tools");
        assertThat(tasks.stream().map(CodeSearchWorkloadTest::kind).distinct()).hasSize(6);
        for (EvalCase one : tasks) {
            assertThat(one.evidence().stream().map(proof -> proof.item()))
                    .as(one.id())
                    .containsAll(one.gold());
            assertThat(one.evidence())
                    .as(one.id())
                    .allSatisfy(proof ->
                            assertThat(one.calls().get(proof.call()).result()).contains(proof.text()));
        }
    }

    @Test
    void should_answer_most_questions_about_names_when_everything_is_visible() {
        for (String split : List.of("dev", "test")) {
            assertThat(tasks.stream()
                            .filter(one -> one.split().equals(split))
                            .mapToDouble(CodeSearchWorkloadTest::f1)
                            .average()
                            .orElseThrow())
                    .as(split)
                    .isGreaterThan(0.85);
        }
    }

    private static TaskQuestion.Kind kind(EvalCase one) {
        return TaskQuestion.of(one.question()).orElseThrow().kind();
    }

    @Test
    void should_keep_each_library_in_one_split() {
        assertThat(cases.stream().map(one -> library(one) + " " + one.split()).distinct())
                .containsExactly(
                        "commons-lang3 dev",
                        "commons-compress dev",
                        "httpclient5 dev",
                        "guava test",
                        "jgit test",
                        "spring-core test",
                        "commons-math3 test",
                        "pdfbox test",
                        "kafka-clients test");
    }

    @Test
    void should_make_the_same_cases_when_made_again() {
        Manifest manifest = Manifest.read(FOLDER.resolve("manifest.json"));
        LibrarySpec smallest = manifest.libraries().get(2);

        CaseMaker.Made again = new CaseMaker(manifest.seed()).make(smallest);

        assertThat(again.cases())
                .isEqualTo(cases.stream()
                        .filter(one -> library(one).equals(smallest.name()))
                        .toList());
        assertThat(again.sha256()).isEqualTo(smallest.casesSha256());
        assertThat(again.tasksSha256()).isEqualTo(smallest.tasksSha256());
    }

    @Test
    void should_list_every_gold_item_once_among_a_hundred_hits() throws IOException {
        for (EvalCase one : cases) {
            JsonNode hits = JSON.readTree(one.calls().get(0).result());
            List<String> symbols = hits.findValuesAsText("symbol");

            assertThat(symbols).as(one.id()).hasSizeLessThanOrEqualTo(100).containsOnlyOnceElementsOf(one.gold());
            assertThat(one.gold()).hasSizeBetween(1, 4);
        }
    }

    @Test
    void should_prove_every_gold_item_in_the_raw_result() {
        for (EvalCase one : cases) {
            assertThat(one.evidence().stream().map(proof -> proof.item()))
                    .as(one.id())
                    .hasSameElementsAs(one.gold());
            assertThat(one.evidence())
                    .allSatisfy(proof ->
                            assertThat(one.calls().get(proof.call()).result()).contains(proof.text()));
        }
    }

    @Test
    void should_show_the_sentence_nowhere_in_the_session() {
        for (EvalCase one : cases) {
            String sentence = squeezed(Query.sentence(one.question()));
            assertThat(one.calls())
                    .as(one.id())
                    .noneMatch(call -> squeezed(call.result()).contains(sentence));
        }
    }

    @Test
    void should_show_no_javadoc_when_a_file_is_read() {
        assertThat(cases.stream()
                        .flatMap(one -> one.calls().stream())
                        .filter(call -> call.tool().equals("read_file"))
                        .flatMap(call -> call.result().lines())
                        .filter(line -> line.strip().equals("/**") || line.contains("{@inheritDoc}")))
                .isEmpty();
    }

    @Test
    void should_read_well_above_chance_and_below_perfection_when_everything_is_visible() {
        assertThat(f1("dev")).isBetween(0.35, 0.75);
        assertThat(f1("test")).isBetween(0.35, 0.75);
    }

    @Test
    void should_say_what_differs_when_the_cases_are_not_those_of_the_manifest(@TempDir Path folder) throws IOException {
        String manifest = Files.readString(FOLDER.resolve("manifest.json"));
        JsonNode library = JSON.readTree(manifest).path("libraries").get(2);
        String alone = "{\"seed\":\"another\",\"libraries\":[" + library + "]}";
        Files.writeString(folder.resolve("manifest.json"), alone);
        assertThatThrownBy(() -> new CodeSearchWorkload(folder).cases())
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("field libraries[0].casesSha256: the cases of httpclient5 came out with");

        Files.writeString(
                folder.resolve("manifest.json"),
                alone.replace(library.path("jarSha256").asText(), "0".repeat(64)));
        assertThatThrownBy(() -> new CodeSearchWorkload(folder).cases())
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("the manifest has 000000");

        Files.writeString(folder.resolve("manifest.json"), alone.replace("\"cases\":45", "\"cases\":900"));
        assertThatThrownBy(() -> new CodeSearchWorkload(folder).cases())
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("of 900 cases can be drawn");
    }

    private static double f1(String split) {
        return cases.stream()
                .filter(one -> one.split().equals(split))
                .mapToDouble(CodeSearchWorkloadTest::f1)
                .average()
                .orElseThrow();
    }

    private static double f1(EvalCase one) {
        List<Seen> seen = one.calls().stream()
                .map(call -> new Seen(call.tool(), call.arguments(), call.result()))
                .toList();
        Set<String> answer = new HashSet<>(workload.reader().answer(one.question(), seen));
        int both = (int) answer.stream().filter(one.gold()::contains).count();
        return 2.0 * both / (answer.size() + one.gold().size());
    }

    private static String library(EvalCase one) {
        return one.id().substring(0, one.id().lastIndexOf('-'));
    }

    /** Letters and digits only, so that neither line breaks nor comment signs nor JSON's escapes can hide a text. */
    private static String squeezed(String text) {
        return text.replace("\\n", " ").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    }
}
