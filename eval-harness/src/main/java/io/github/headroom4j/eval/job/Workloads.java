package io.github.headroom4j.eval.job;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.github.headroom4j.eval.workload.PassageWorkload;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.eval.workload.afterwards.AfterTheFactWorkload;
import io.github.headroom4j.eval.workload.afterwards.Draw;
import io.github.headroom4j.eval.workload.afterwards.PassagesAfterTheFactWorkload;
import io.github.headroom4j.eval.workload.codereview.CodeReviewWorkload;
import io.github.headroom4j.eval.workload.codesearch.CodeQuestionsWorkload;
import io.github.headroom4j.eval.workload.codesearch.CodeSearchWorkload;
import io.github.headroom4j.eval.workload.codesearch.LateCodeQuestions;
import io.github.headroom4j.eval.workload.imported.ImportedWorkload;
import io.github.headroom4j.eval.workload.logtriage.LateLogQuestions;
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
        RagWorkload rag = new RagWorkload(datasets.resolve("rag"));
        // In the order of reports.
        return List.of(
                logTriage,
                codeSearch,
                new CodeQuestionsWorkload(codeSearch),
                new CodeReviewWorkload(datasets.resolve("code-review")),
                rag,
                new LongSessionWorkload(logTriage.rootCauses(), codeSearch),
                new AfterTheFactWorkload(logTriage.rootCauses(), new LateLogQuestions(), new Draw(1, 20)),
                new AfterTheFactWorkload(codeSearch, new LateCodeQuestions(), new Draw(1, 20)),
                new PassagesAfterTheFactWorkload(rag, "k=20", 30));
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
