package io.github.headroom4j.eval.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.headroom4j.eval.RagFixture;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.report.Latencies;
import io.github.headroom4j.eval.report.Progress;
import io.github.headroom4j.eval.report.Report;
import io.github.headroom4j.eval.report.ReportFiles;
import io.github.headroom4j.eval.stats.Protocol;
import io.github.headroom4j.eval.workload.PassageWorkload;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workload with passages through the same machinery as all others. */
class PassageEvaluationTest {

    private static final PassageWorkload MANUAL = new PassageWorkload() {
        @Override
        public String name() {
            return "manual";
        }

        @Override
        public List<EvalCase> cases() {
            return RagFixture.cases();
        }

        @Override
        public EmbeddingModel embeddings() {
            return RagFixture.embeddings();
        }
    };

    private final Path folder;

    PassageEvaluationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void should_run_all_arms_and_read_them_back_from_the_journal() {
        List<CaseResult> results = run(List.of());

        assertThat(results).hasSize(4 * 10);
        assertThat(results).extracting(CaseResult::arm).contains("random-sentences", "mutant");
        RunJournal journal = RunJournal.open(folder, "run", false);
        assertThat(journal.size()).isEqualTo(results.size());
        for (CaseResult result : results) {
            assertThat(journal.find("manual", result.subject().id(), result.arm()))
                    .contains(result);
        }
    }

    @Test
    void should_report_exactly_nothing_saved_and_nothing_lost_when_nothing_is_done() throws IOException {
        Evaluation evaluation = new Evaluation(List.of(MANUAL), List.of("none-again"));
        List<CaseResult> results = run(List.of("none-again"));
        Report report = Report.of(
                new Report.Setup(
                        Protocol.standard(), List.of(new Report.Part("manual", 4, "0")), evaluation.armsOf(MANUAL), ""),
                results);
        new ReportFiles(folder).write(report, 1);
        assertThat(Files.readString(folder.resolve("summary.md")))
                .contains("| manual | all | none-again | 3 / 1 | 0.0 % | [0.0, 0.0] | 100.0 % | [100.0, 100.0] |");
    }

    @Test
    void should_run_the_baseline_beside_what_is_asked_for() {
        assertThat(run(List.of("random-sentences"))).extracting(CaseResult::arm).contains("none", "random-sentences");
    }

    @Test
    void should_name_the_arms_there_are_when_one_is_unknown() {
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> new Evaluation(List.of(MANUAL), List.of("zip")))
                .withMessageContaining("known are none, none-again, passage-heads");
    }

    private List<CaseResult> run(List<String> arms) {
        Evaluation evaluation = new Evaluation(List.of(MANUAL), arms);
        Progress silent =
                Progress.to(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), 4);
        return evaluation.run(
                List.of(new Evaluation.Task(MANUAL, MANUAL.cases())),
                RunJournal.open(folder, "run", true),
                silent,
                new Latencies());
    }
}
