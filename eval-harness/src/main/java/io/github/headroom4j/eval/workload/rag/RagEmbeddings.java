package io.github.headroom4j.eval.workload.rag;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import io.github.headroom4j.eval.embedding.EmbeddingRecorder;
import io.github.headroom4j.eval.embedding.RecordedEmbeddings;
import io.github.headroom4j.rag.EmbeddingScorer;
import io.github.headroom4j.rag.HybridScorer;
import io.github.headroom4j.rag.PassagePruner;
import io.github.headroom4j.rag.PrunedPassages;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The recorded embeddings of the RAG workload, and the program that records them: of all chunks, questions and, since pruning
 * asks for them, the sentences of all retrieved passages. To be run after a change of the corpus, the questions, or of how the
 * library cuts passages into sentences; takes a minute or two, less if most texts are recorded already.
 */
public final class RagEmbeddings {

    private static final String FILE = "embeddings.bin.gz";

    private static final String MODEL = "all-MiniLM-L6-v2-q";

    private static final String HOW_TO_RECORD = "mvn -pl eval-harness -am compile exec:java" + " -Dexec.mainClass="
            + RagEmbeddings.class.getName() + " -Dexec.args=datasets/rag";

    private RagEmbeddings() {}

    /** The recorded model. */
    static RecordedEmbeddings in(Path folder) {
        return RecordedEmbeddings.of(folder.resolve(FILE), HOW_TO_RECORD);
    }

    /**
     * Records.
     *
     * @param args the folder of the data set, in this project {@code datasets/rag}
     * @throws IOException if the recording cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("expected one argument, the folder of the data set, got " + args.length);
        }
        Path folder = Path.of(args[0]);
        EmbeddingRecorder recorder =
                EmbeddingRecorder.over(folder.resolve(FILE), MODEL, new AllMiniLmL6V2QuantizedEmbeddingModel());
        List<EvalCase> cases = RagCases.of(folder).make(recorder).cases();
        prune(cases, recorder);
        recorder.write(folder.resolve(FILE));
        System.out.println(
                recorder.size() + " texts of " + cases.size() + " cases, " + recorder.embedded() + " of them new");
    }

    /** As the arms do, but for their deadlines. */
    private static void prune(List<EvalCase> cases, EmbeddingModel model) {
        Headroom headroom = Headroom.builder()
                .tokenCounter(TokenCounter.o200k().cached(16 << 20))
                .withoutTimeout()
                .build();
        PassagePruner pruner = PassagePruner.builder(headroom)
                .scorer(new HybridScorer(EmbeddingScorer.of(model)))
                .timeout(Duration.ofDays(1))
                .build();
        for (EvalCase one : cases) {
            List<String> texts =
                    one.passages().stream().map(RetrievedPassage::text).toList();
            PrunedPassages pruned = pruner.prune(one.question(), texts, one.id());
            if (pruned.outcome() == PrunedPassages.Outcome.FAILED) {
                throw new IllegalStateException("the passages of " + one.id() + " could not be pruned");
            }
        }
    }
}
