package io.github.headroom4j.eval.workload.imported;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.headroom4j.eval.arm.RagArms;
import io.github.headroom4j.eval.dataset.CaseLines;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Provenance;
import io.github.headroom4j.eval.reader.PassageReader;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.run.RagRunner;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.token.TokenCounter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Cases that were imported, out of a file of {@link CaseLines}. Immutable. */
public final class ImportedWorkload implements Workload {

    private static final String NAME = "imported";

    private final CaseLines cases;
    private final PassageReader reader;
    private final Supplier<EmbeddingModel> embeddings;

    private ImportedWorkload(CaseLines cases, PassageReader reader, Supplier<EmbeddingModel> embeddings) {
        this.cases = cases;
        this.reader = reader;
        this.embeddings = embeddings;
    }

    /**
     * The workload of a file.
     *
     * @param file the file that an import has written
     * @param reader answers the questions
     * @param embeddings gives the model that the pruner and the re-ranker measure nearness with, when cases are run
     * @return the workload
     * @throws io.github.headroom4j.eval.dataset.DatasetException if the file is missing or broken; the message names line and field
     */
    public static ImportedWorkload of(Path file, PassageReader reader, Supplier<EmbeddingModel> embeddings) {
        return new ImportedWorkload(CaseLines.read(file), reader, embeddings);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<EvalCase> cases() {
        return cases.cases();
    }

    @Override
    public CaseRunner runner(TokenCounter counter) {
        return new RagRunner(NAME, reader, new RagArms(counter, embeddings.get()), counter);
    }

    /**
     * Where the cases come from.
     *
     * @return the provenance, for reports
     */
    public Provenance provenance() {
        return cases.provenance();
    }
}
