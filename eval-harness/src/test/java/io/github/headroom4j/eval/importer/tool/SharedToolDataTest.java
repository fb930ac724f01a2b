package io.github.headroom4j.eval.importer.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports real data, if the development data is there. */
class SharedToolDataTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data");

    @ParameterizedTest
    @CsvSource({
        "LOGHUB, log-triage/loghub-2k, 132, 132",
        "DEFECTS4J, code-search/defects4j-localise/defects4j_localise.jsonl.gz, 25, 25",
        "DEFECTS4J, code-review/defects4j-commits/defects4j_commits.jsonl.gz, 64, 64",
        "REVIEW_COMMENTS, code-review/tufano-review-java/val.csv, 1719, 1709",
        "CODESEARCHNET, code-search/cosqa/cosqa-retrieval-dev-500.json, 500, 500",
        "SESSIONS, tool-json/tau-bench-airline/gpt-4o-airline.json.gz, 40, 30"
    })
    void should_import_real_data(ToolFormat format, String path, int read, int kept) {
        Path input = DATA.resolve(path);
        assumeTrue(Files.exists(input), "shared development data is absent: nothing checked");
        List<EvalCase> cases = new ArrayList<>();

        Provenance provenance =
                ToolImporter.of(input, format, ToolOptions.DEFAULTS).cases(cases::add);

        assertThat(provenance.read()).isEqualTo(read);
        assertThat(provenance.kept()).isEqualTo(kept).isEqualTo(cases.size());
        assertThat(cases).extracting(EvalCase::id).doesNotHaveDuplicates();
        ToolImporterTest.assertEvidenceStands(cases);
    }
}
