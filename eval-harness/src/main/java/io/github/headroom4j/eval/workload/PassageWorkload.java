package io.github.headroom4j.eval.workload;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.headroom4j.eval.arm.RagArms;
import io.github.headroom4j.eval.reader.PassageReader;
import io.github.headroom4j.eval.reader.extractive.ExtractiveReader;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.run.RagRunner;
import io.github.headroom4j.token.TokenCounter;

/** A workload whose cases are one question and the passages that a retriever found for it. */
public interface PassageWorkload extends Workload {

    /**
     * What measures how near texts are to a question: in the pruner, and in the re-ranking arm.
     *
     * @return a deterministic, thread-safe model that embeds questions, passages and their sentences
     */
    EmbeddingModel embeddings();

    /**
     * Who answers.
     *
     * @return the extractive reader, unless the workload has another
     */
    default PassageReader reader() {
        return new ExtractiveReader();
    }

    @Override
    default CaseRunner runner(TokenCounter counter, ModelReader model) {
        return new RagRunner(name(), model, new RagArms(counter, embeddings()), counter);
    }

    @Override
    default CaseRunner runner(TokenCounter counter) {
        return new RagRunner(name(), reader(), new RagArms(counter, embeddings()), counter);
    }
}
