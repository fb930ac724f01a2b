package io.github.headroom4j.eval.arm;

import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.service.tool.AiServiceTool;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.rag.HeadroomRetrievalAugmentor;
import io.github.headroom4j.rag.PassagePruner;
import io.github.headroom4j.token.TokenCounter;
import io.github.headroom4j.tool.HeadroomTools;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/**
 * The library as a user would add it, but without deadlines, so that results do not depend on the machine's speed.
 *
 * @param settings what differs from the pruner's defaults
 * @param retrieves whether the model may read back what is left out
 */
record PruningArm(
        String name,
        String about,
        UnaryOperator<PassagePruner.Builder> settings,
        boolean retrieves,
        TokenCounter counter)
        implements RagArm {

    private static final Duration FOREVER = Duration.ofDays(1);

    @Override
    public Parts parts(ContentRetriever retriever, IntSupplier allowance) {
        // One instance, and so one store of originals, per session: nothing outlives it.
        Headroom headroom =
                Headroom.builder().tokenCounter(counter).withoutTimeout().build();
        PassagePruner pruner =
                settings.apply(PassagePruner.builder(headroom)).timeout(FOREVER).build();
        List<AiServiceTool> tools = retrieves ? List.of(HeadroomTools.retrieve(headroom)) : List.of();
        return new Parts(HeadroomRetrievalAugmentor.of(pruner, retriever), tools);
    }
}
