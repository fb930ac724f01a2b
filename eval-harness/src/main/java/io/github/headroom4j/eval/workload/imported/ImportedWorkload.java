package io.github.headroom4j.eval.workload.imported;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.headroom4j.eval.dataset.CaseLines;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Provenance;
import io.github.headroom4j.eval.workload.PassageWorkload;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Cases that were imported, out of a file of {@link CaseLines}. Immutable. */
public final class ImportedWorkload implements PassageWorkload {

    private static final String NAME = "imported";

    private final CaseLines cases;
    private final Supplier<EmbeddingModel> embeddings;

    private ImportedWorkload(CaseLines cases, Supplier<EmbeddingModel> embeddings) {
        this.cases = cases;
        this.embeddings = embeddings;
    }

    /**
     * The workload of a file.
     *
     * @param file the file that an import has written
     * @param embeddings gives a new model that measures nearness, as often as cases are run
     * @return the workload
     * @throws io.github.headroom4j.eval.dataset.DatasetException if the file is missing or broken; the message names line and field
     */
    public static ImportedWorkload of(Path file, Supplier<EmbeddingModel> embeddings) {
        return new ImportedWorkload(CaseLines.read(file), embeddings);
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
    public EmbeddingModel embeddings() {
        return embeddings.get();
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
