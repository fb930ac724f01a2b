package io.github.headroom4j.eval.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.headroom4j.eval.RagFixture;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.workload.PassageWorkload;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepRagJobTest {

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

    private final Path reports;

    SweepRagJobTest(@TempDir Path reports) {
        this.reports = reports;
    }

    private final SweepRagCommand options = new SweepRagCommand();

    @Test
    void should_sweep_any_workload_with_passages() {
        options.passages = 0;
        options.limit = 2;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new SweepRagJob(MANUAL, options, new PrintStream(printed, true, StandardCharsets.UTF_8)).run(reports);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("2 cases of manual", "nearTheBest=0.75", "maxTokens=96", "re-ranked");
        assertThat(reports.resolve("rag-curve.csv")).isNotEmptyFile();
        assertThat(reports.resolve("rag-curve.svg")).content().contains("manual: 2 questions");
    }

    @Test
    void should_name_what_is_wrong_with_options() {
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(this::run)
                .withMessage("workload manual has no case of split all with 10 passages");
        options.split = "train";
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(this::run)
                .withMessage("unknown split 'train'; known are dev, test, all");
    }

    private void run() {
        new SweepRagJob(MANUAL, options, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                .run(reports);
    }
}
