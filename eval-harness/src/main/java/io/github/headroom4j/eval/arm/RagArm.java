package io.github.headroom4j.eval.arm;

import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.service.tool.AiServiceTool;
import java.util.List;
import java.util.function.IntSupplier;

/** One way to put retrieved passages before the model. Everything else of a session is the same in all arms. Thread-safe. */
public interface RagArm {

    /**
     * What an arm gives to one agent. For one session.
     *
     * @param augmentor what puts passages into the user message
     * @param tools tools that belong to it, none in naive arms
     */
    record Parts(RetrievalAugmentor augmentor, List<AiServiceTool> tools) {

        /** Copies the list. */
        public Parts {
            tools = List.copyOf(tools);
        }
    }

    /**
     * Its name in options and reports.
     *
     * @return for instance "headroom"
     */
    String name();

    /**
     * What it does, for reports.
     *
     * @return a phrase
     */
    String about();

    /**
     * Gives an agent its augmentor.
     *
     * @param retriever finds the passages of the case
     * @param allowance how many tokens naive arms may spend on passages; asked only by arms that are bounded by it
     * @return new parts
     */
    Parts parts(ContentRetriever retriever, IntSupplier allowance);
}
