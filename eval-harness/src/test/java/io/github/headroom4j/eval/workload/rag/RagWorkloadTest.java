package io.github.headroom4j.eval.workload.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over the real corpus; reads it and makes all cases once. */
class RagWorkloadTest {

    private static final Path FOLDER = Path.of("..", "datasets", "rag");

    private static final RagWorkload WORKLOAD = new RagWorkload(FOLDER);

    private static List<EvalCase> cases = List.of();

    @BeforeAll
    static void makeCases() {
        // cases() itself compares their hash with the one pinned in the manifest.
        cases = WORKLOAD.cases();
    }

    @Test
    void there_are_enough_questions_of_every_kind_in_both_splits() {
        List<EvalCase> primary = at(10);

        assertThat(primary).hasSizeGreaterThanOrEqualTo(400);
        assertThat(cases).extracting(EvalCase::id).doesNotHaveDuplicates();
        assertThat(at(5)).hasSize(primary.size() / 3);
        assertThat(at(20)).hasSize(primary.size() / 3);
        long unanswerable = primary.stream().filter(one -> one.gold().isEmpty()).count();
        assertThat((double) unanswerable / primary.size()).isBetween(0.15, 0.3);
        for (String split : List.of("dev", "test")) {
            Map<String, Long> kinds = primary.stream()
                    .filter(one -> one.split().equals(split))
                    .collect(Collectors.groupingBy(RagWorkloadTest::kind, Collectors.counting()));
            assertThat(kinds).containsKeys("single", "multi-hop", "comparison", "unanswerable", "default", "option");
        }
        assertThat(primary.stream().map(EvalCase::cluster).distinct()).hasSizeGreaterThan(60);
        assertThat(WORKLOAD.cases()).isSameAs(cases);
    }

    @Test
    void a_document_is_in_one_split() {
        assertThat(cases.stream()
                        .collect(Collectors.groupingBy(
                                EvalCase::cluster, Collectors.mapping(EvalCase::split, Collectors.toSet()))))
                .allSatisfy((cluster, splits) -> assertThat(splits).hasSize(1));
    }

    @Test
    void every_case_has_as_many_different_passages_as_it_says() {
        assertThat(cases).allSatisfy(one -> {
            assertThat(one.tier()).isEqualTo("k=" + one.passages().size());
            assertThat(one.id()).endsWith("-k" + one.passages().size());
            assertThat(one.passages()).extracting(RetrievedPassage::source).doesNotHaveDuplicates();
            assertThat(one.passages())
                    .extracting(RetrievedPassage::score)
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a));
            assertThat(one.calls()).isEmpty();
        });
    }

    @Test
    void the_best_few_passages_are_the_first_of_the_best_many() {
        Map<String, List<RetrievedPassage>> primary =
                at(10).stream().collect(Collectors.toMap(EvalCase::question, EvalCase::passages, (a, b) -> a));
        assertThat(at(5))
                .allSatisfy(one -> assertThat(primary.getOrDefault(one.question(), List.of()))
                        .startsWith(one.passages().toArray(RetrievedPassage[]::new)));
        assertThat(at(20))
                .allSatisfy(one -> assertThat(one.passages().subList(0, 10)).isEqualTo(primary.get(one.question())));
    }

    @Test
    void evidence_stands_in_its_passage_and_proves_an_accepted_answer() {
        assertThat(cases).allSatisfy(one -> {
            for (Evidence evidence : one.evidence()) {
                assertThat(one.gold()).contains(evidence.item());
                assertThat(one.passages().get(evidence.call()).text()).contains(evidence.text());
            }
            if (one.gold().isEmpty()) {
                assertThat(one.evidence()).isEmpty();
            }
        });
        assertThat(at(10).stream().filter(one -> !one.evidence().isEmpty())).hasSizeGreaterThan(300);
    }

    /** Evidence is looked for by its text, so a line that says the same of another option would count as seen. */
    @Test
    void the_line_that_proves_a_default_is_of_one_option_alone() {
        assertThat(cases.stream().filter(one -> kind(one).endsWith("default")))
                .isNotEmpty()
                .allSatisfy(one -> {
                    for (Evidence evidence : one.evidence()) {
                        List<String> lines = one.passages().stream()
                                .flatMap(passage -> passage.text().lines())
                                .filter(line -> line.startsWith(evidence.text()))
                                .distinct()
                                .toList();
                        if (evidence.text().startsWith("- Default: ")) {
                            assertThat(lines).containsExactly(evidence.text());
                        }
                    }
                });
    }

    @Test
    void invented_options_are_in_no_passage() {
        assertThat(cases.stream().filter(one -> kind(one).equals("unanswerable-invented")))
                .isNotEmpty()
                .allSatisfy(one -> {
                    String name = Stream.of(one.question().split("[ ?]"))
                            .filter(word -> word.contains("."))
                            .findFirst()
                            .orElseThrow();
                    assertThat(one.passages())
                            .noneMatch(passage -> passage.text().contains(name));
                });
    }

    @Test
    void the_recording_agrees_with_the_model() {
        List<TextSegment> texts = Stream.concat(
                        cases.stream().limit(20).map(EvalCase::question),
                        cases.stream()
                                .skip(300)
                                .limit(20)
                                .map(one -> one.passages().get(0).text()))
                .map(TextSegment::from)
                .toList();

        List<Embedding> recorded = WORKLOAD.embeddings().embedAll(texts).content();
        List<Embedding> embedded =
                new AllMiniLmL6V2QuantizedEmbeddingModel().embedAll(texts).content();

        for (int i = 0; i < texts.size(); i++) {
            assertThat(CosineSimilarity.between(recorded.get(i), embedded.get(i)))
                    .as(texts.get(i).text())
                    .isGreaterThan(0.99);
        }
    }

    @Test
    void other_cases_than_the_manifest_pins_are_refused(@TempDir Path folder) throws IOException {
        for (String file : List.of("questions.jsonl", "embeddings.bin.gz")) {
            Files.copy(FOLDER.resolve(file), folder.resolve(file));
        }
        String manifest = Files.readString(FOLDER.resolve("manifest.json"));
        String sha256 = manifest.replaceFirst("(?s).*\"cases\"[^\"]*\"sha256\" : \"([0-9a-f]{64})\".*", "$1");
        Files.writeString(folder.resolve("manifest.json"), manifest.replace(sha256, "0".repeat(64)));

        assertThatThrownBy(() -> new RagWorkload(folder).cases())
                .isInstanceOf(DatasetException.class)
                .hasMessageContainingAll("cases.sha256", sha256, "run RagEmbeddings and RagManifest");
    }

    private static List<EvalCase> at(int depth) {
        return cases.stream().filter(one -> one.tier().equals("k=" + depth)).toList();
    }

    /** From "q012-multi-hop-k10". */
    private static String kind(EvalCase one) {
        return one.id().replaceFirst("^[^-]+-(.*)-k\\d+$", "$1");
    }
}
