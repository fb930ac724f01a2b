package io.github.headroom4j.eval.workload.imported;

import io.github.headroom4j.eval.dataset.CaseLines;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Provenance;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.workload.Workload;
import java.nio.file.Path;
import java.util.List;

/** Cases that were imported, out of a file of {@link CaseLines}. Immutable. */
public final class ImportedWorkload implements Workload {

    private static final String NAME = "imported";

    private final CaseLines cases;
    private final Reader reader;

    private ImportedWorkload(CaseLines cases, Reader reader) {
        this.cases = cases;
        this.reader = reader;
    }

    /**
     * The workload of a file.
     *
     * @param file the file that an import has written
     * @param reader answers the questions
     * @return the workload
     * @throws io.github.headroom4j.eval.dataset.DatasetException if the file is missing or broken; the message names line and field
     */
    public static ImportedWorkload of(Path file, Reader reader) {
        return new ImportedWorkload(CaseLines.read(file), reader);
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
    public Reader reader() {
        return reader;
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
