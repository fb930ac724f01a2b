package io.github.headroom4j.eval.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Imports real question sets, if the development data is there. */
class SharedDataImportTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data", "rag-qa");
    private static final Path SQUAD = DATA.resolve("squad2-dev-500").resolve("squad2_dev_500.jsonl");
    private static final Path HOTPOTQA = DATA.resolve("hotpotqa-distractor-100").resolve("hotpot_distractor.json");

    private final List<EvalCase> cases = new ArrayList<>();

    @Test
    void should_find_the_sentence_of_every_answer_of_squad() {
        Provenance provenance = imported(SQUAD, ImportFormat.JSONL);

        assertThat(provenance.read()).isEqualTo(500);
        assertThat(provenance.kept()).isEqualTo(500);
        assertThat(provenance.notes()).isEqualTo(Map.of("unanswerable", 258));
        assertThat(provenance.options()).containsEntry("distractors", "nearest");
        assertThat(cases).allSatisfy(one -> {
            assertThat(one.passages()).hasSize(10).doesNotHaveDuplicates();
            assertThat(one.evidence()).hasSize(one.gold().isEmpty() ? 0 : 1);
        });
        assertEvidenceStands();
    }

    @Test
    void should_find_every_supporting_sentence_of_hotpotqa() {
        Provenance provenance = imported(HOTPOTQA, ImportFormat.HOTPOTQA);

        assertThat(provenance.kept()).isEqualTo(provenance.read()).isGreaterThanOrEqualTo(30);
        assertThat(provenance.dropped()).isEmpty();
        assertThat(cases).allSatisfy(one -> assertThat(one.evidence()).hasSizeGreaterThanOrEqualTo(2));
        assertThat(cases)
                .allSatisfy(one -> assertThat(
                                one.evidence().stream().map(Evidence::call).distinct())
                        .hasSize(2));
        assertEvidenceStands();
    }

    private void assertEvidenceStands() {
        assertThat(cases)
                .allSatisfy(one -> assertThat(one.evidence())
                        .allSatisfy(evidence -> assertThat(
                                        one.passages().get(evidence.call()).text())
                                .contains(evidence.text())));
    }

    private Provenance imported(Path file, ImportFormat format) {
        assumeTrue(Files.exists(file), "shared development data is absent: nothing checked");
        return Importer.of(file, format, ImportOptions.DEFAULTS).cases(cases::add);
    }
}
