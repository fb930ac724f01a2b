package io.github.headroom4j.eval.arm;

import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.content.aggregator.ContentAggregator;
import dev.langchain4j.rag.content.injector.DefaultContentInjector;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import java.util.List;
import java.util.function.IntSupplier;

/** LangChain4j's own augmentor, whose injector is given less than was retrieved. */
record NaiveRagArm(String name, String about, ContentAggregator aggregator, PassageCuts.Cut cut) implements RagArm {

    @Override
    public Parts parts(ContentRetriever retriever, IntSupplier allowance) {
        DefaultContentInjector injector = new DefaultContentInjector();
        return new Parts(
                DefaultRetrievalAugmentor.builder()
                        .contentRetriever(retriever)
                        .contentAggregator(aggregator)
                        .contentInjector(
                                (contents, message) -> injector.inject(cut.apply(contents, allowance), message))
                        .build(),
                List.of());
    }
}
