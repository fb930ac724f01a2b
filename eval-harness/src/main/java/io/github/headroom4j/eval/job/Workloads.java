package io.github.headroom4j.eval.job;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.github.headroom4j.eval.workload.PassageWorkload;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.eval.workload.codereview.CodeReviewWorkload;
import io.github.headroom4j.eval.workload.codesearch.CodeSearchWorkload;
import io.github.headroom4j.eval.workload.imported.ImportedWorkload;
import io.github.headroom4j.eval.workload.logtriage.LogTriageWorkload;
import io.github.headroom4j.eval.workload.longsession.LongSessionWorkload;
import io.github.headroom4j.eval.workload.rag.RagWorkload;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The workloads there are. A new one is one line. */
public final class Workloads {

    private Workloads() {}

    /**
     * The project's own.
     *
     * @param datasets the folder with the data
     * @return in the order of reports
     */
    public static List<Workload> in(Path datasets) {
        LogTriageWorkload logTriage = new LogTriageWorkload(datasets);
        CodeSearchWorkload codeSearch = new CodeSearchWorkload(datasets.resolve("code-search"));
        // In the order of reports.
        return List.of(
                logTriage,
                codeSearch,
                new CodeReviewWorkload(datasets.resolve("code-review")),
                new RagWorkload(datasets.resolve("rag")),
                new LongSessionWorkload(logTriage.rootCauses(), codeSearch));
    }

    /**
     * Imported cases.
     *
     * @param file what {@code import} has written
     * @return a workload of them
     */
    public static ImportedWorkload imported(Path file) {
        return ImportedWorkload.of(file, AllMiniLmL6V2QuantizedEmbeddingModel::new);
    }

    /**
     * The first one whose cases have retrieved passages.
     *
     * @param datasets the folder with the data
     * @return empty if there is none
     */
    public static Optional<PassageWorkload> withPassages(Path datasets) {
        return in(datasets).stream()
                .filter(PassageWorkload.class::isInstance)
                .map(PassageWorkload.class::cast)
                .findFirst();
    }
}
