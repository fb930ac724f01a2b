package io.github.headroom4j.rag;

import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.AugmentationResult;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import java.util.List;
import java.util.Objects;

/**
 * Lets the model read retrieved passages pruned to what the user's question needs. {@code Result.sources()} stays whole; what is
 * left out is kept in the scope of the conversation's memory, where {@code HeadroomTools.retrieve} reads it back.
 *
 * <pre>{@code
 * Headroom headroom = Headroom.create();
 * Assistant assistant = AiServices.builder(Assistant.class)
 *         .chatModel(model)
 *         .retrievalAugmentor(HeadroomRetrievalAugmentor.of(headroom, retriever))
 *         .tools(List.<AiServiceTool>of(HeadroomTools.retrieve(headroom)))
 *         .build();
 * }</pre>
 *
 * <p>{@link #around} takes any augmentor. If it injects by a {@link CompressingContentInjector}, it is only told the scope; what
 * any other has put into the user message is replaced there, text by text, where it stands as it was retrieved. A text that the
 * augmentor has changed, or does not show, stays as it is.
 *
 * <p>Immutable and thread-safe, if its parts are. What the augmentor throws goes to the caller.
 */
public final class HeadroomRetrievalAugmentor implements RetrievalAugmentor {

    private final PassagePruner pruner;
    private final Headroom headroom;
    private final RetrievalAugmentor delegate;

    private HeadroomRetrievalAugmentor(PassagePruner pruner, RetrievalAugmentor delegate) {
        this.pruner = Objects.requireNonNull(pruner, "pruner");
        this.headroom = pruner.headroom();
        this.delegate = Objects.requireNonNull(delegate, "delegate");
    }

    /**
     * LangChain4j's default augmentor over a retriever, with sentences scored by words and the bundled model, see {@link
     * HybridScorer#bundled()}.
     *
     * @param headroom counts tokens and keeps originals
     * @param retriever any retriever
     * @return a new augmentor
     */
    public static HeadroomRetrievalAugmentor of(Headroom headroom, ContentRetriever retriever) {
        return of(PassagePruner.builder(headroom).build(), retriever);
    }

    /**
     * LangChain4j's default augmentor over a retriever.
     *
     * @param pruner what prunes
     * @param retriever any retriever
     * @return a new augmentor
     */
    public static HeadroomRetrievalAugmentor of(PassagePruner pruner, ContentRetriever retriever) {
        return around(
                pruner,
                DefaultRetrievalAugmentor.builder()
                        .contentRetriever(retriever)
                        .contentInjector(CompressingContentInjector.of(pruner))
                        .build());
    }

    /**
     * A decorator of any augmentor.
     *
     * @param pruner what prunes
     * @param augmentor the augmentor
     * @return a new augmentor
     */
    public static HeadroomRetrievalAugmentor around(PassagePruner pruner, RetrievalAugmentor augmentor) {
        return new HeadroomRetrievalAugmentor(pruner, augmentor);
    }

    @Override
    public AugmentationResult augment(AugmentationRequest request) {
        if (!(request.chatMessage() instanceof UserMessage asked)) {
            return delegate.augment(request);
        }
        String scope = CompressionRequest.scopeOf(
                request.metadata() == null ? null : request.metadata().chatMemoryId());
        AugmentationResult result =
                delegate.augment(new AugmentationRequest(Marks.withScope(asked, scope), request.metadata()));
        if (!(result.chatMessage() instanceof UserMessage injected)) {
            return result;
        }
        UserMessage plain = Marks.withoutScope(injected);
        boolean ready = Marks.isMarked(plain) || !plain.hasSingleText() || result.contents() == null;
        return AugmentationResult.builder()
                .chatMessage(ready ? plain : replaced(plain, asked, result, scope))
                .contents(result.contents())
                .build();
    }

    private UserMessage replaced(UserMessage injected, UserMessage asked, AugmentationResult result, String scope) {
        List<String> texts = result.contents().stream()
                .map(content -> content.textSegment().text())
                .toList();
        String question = Marks.question(asked);
        Substitution substitution = Substitution.in(injected.singleText(), question, texts);
        PrunedPassages pruned = pruner.prune(question, substitution.found(), scope);
        if (!pruned.changed()) {
            return injected;
        }
        String text = substitution.with(pruned);
        boolean smaller = headroom.counter().count(text) < headroom.counter().count(injected.singleText());
        UserMessage message = smaller
                ? injected.toBuilder().contents(List.of(TextContent.from(text))).build()
                : injected;
        return smaller && Marks.marked(message, pruned) instanceof UserMessage marked ? marked : injected;
    }
}
