package io.github.headroom4j.eval.workload.rag;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.embedding.NotRecordedError;
import io.github.headroom4j.eval.embedding.RecordedEmbeddings;
import io.github.headroom4j.eval.workload.PassageWorkload;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions about real documentation, and what a retriever finds for them: by words and by meaning, among all chunks of the
 * corpus, so that what does not help is as near to the question as it is in use. Half of the questions were written by hand;
 * the other half is made of the metadata of configuration options without a model.
 *
 * <p>A case's id says what kind of question it is and how many passages were retrieved ({@code q012-multi-hop-k10}), its tier
 * the latter alone. Its gold holds the accepted answers, none if the corpus does not say; its evidence is what a reader has to
 * see to know, as far as it was retrieved at all.
 *
 * <p>Nothing of the libraries is stored in the project: the corpus is read from the jars on the class path, embeddings are
 * {@linkplain RecordedEmbeddings recorded}, and the cases must have the hash that {@code manifest.json} pins. They are made
 * once per instance, in some seconds. Thread-safe.
 */
public final class RagWorkload implements PassageWorkload {

    private final Path folder;

    private final EmbeddingModel embeddings;

    private @Nullable List<EvalCase> cases;

    /**
     * The workload described by a folder.
     *
     * @param folder holds {@code manifest.json}, {@code questions.jsonl} and {@code embeddings.bin.gz}, in this project {@code
     *     datasets/rag}
     */
    public RagWorkload(Path folder) {
        this.folder = folder;
        this.embeddings = RagEmbeddings.in(folder);
    }

    @Override
    public String name() {
        return "rag";
    }

    /**
     * {@inheritDoc}
     *
     * @throws DatasetException also if the cases come out otherwise than the manifest says; the message says what to run
     */
    @Override
    public synchronized List<EvalCase> cases() {
        if (cases == null) {
            cases = make();
        }
        return cases;
    }

    /**
     * What the passages were retrieved with, and what may measure how near their sentences are to the question.
     *
     * @return a model that knows the texts of this workload only; it reads its file when it is first used, and throws a {@link
     *     DatasetException} if that is missing or broken
     */
    @Override
    public EmbeddingModel embeddings() {
        return embeddings;
    }

    private List<EvalCase> make() {
        Path file = folder.resolve("manifest.json");
        String wanted = CaseFile.read(file).at("cases").text("sha256");
        RagCases.Made made;
        try {
            made = RagCases.of(folder).make(embeddings);
        } catch (NotRecordedError e) {
            throw new DatasetException("the cases cannot be made: " + e.getMessage(), e);
        }
        String sha256 = made.sha256();
        if (!sha256.equals(wanted)) {
            throw new DatasetException(file + ", field cases.sha256: the cases came out with " + sha256 + ", not "
                    + wanted + "; if that is intended, run RagEmbeddings and RagManifest");
        }
        return made.cases();
    }
}
