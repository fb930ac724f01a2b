package io.github.headroom4j.rag;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.injector.ContentInjector;
import dev.langchain4j.rag.content.injector.DefaultContentInjector;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.rag.PrunedPassages.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets the model read retrieved contents pruned to what the user's question needs, while {@code Result.sources()} stays whole.
 * The contents that are left keep their order, scores and metadata, so what the decorated injector prints of these stays
 * as it is; contents of which nothing is left are not injected. One more content at the end says where in the original the
 * missing ones are, and shows its marker.
 *
 * <p><b>Scope.</b> An injector is not told which conversation it works for. Inside a {@link HeadroomRetrievalAugmentor} it
 * learns it; by itself it keeps originals in the scope that the builder was given, {@value CompressionRequest#DEFAULT_SCOPE} unless
 * set, which is where {@code HeadroomTools.retrieve} looks in services without memory ids. Services with them should use
 * that augmentor, or else every conversation could read back what was retrieved for another.
 *
 * <p>The user message is marked with {@code HeadroomAttributes}. Immutable and thread-safe, if its parts are.
 */
public final class CompressingContentInjector implements ContentInjector {

    private final PassagePruner pruner;
    private final ContentInjector delegate;
    private final String scope;

    private CompressingContentInjector(Builder builder) {
        pruner = builder.pruner;
        delegate = builder.delegate;
        scope = builder.scope;
    }

    /**
     * An injector over LangChain4j's default one.
     *
     * @param pruner what prunes
     * @return a new injector
     */
    public static CompressingContentInjector of(PassagePruner pruner) {
        return builder(pruner).build();
    }

    /**
     * A builder that starts with the defaults.
     *
     * @param pruner what prunes
     * @return a new builder
     */
    public static Builder builder(PassagePruner pruner) {
        return new Builder(pruner);
    }

    @Override
    public ChatMessage inject(List<Content> contents, ChatMessage chatMessage) {
        if (!(chatMessage instanceof UserMessage message)) {
            return delegate.inject(contents, chatMessage);
        }
        Optional<String> told = Marks.scopeOf(message);
        UserMessage plain = told.isPresent() ? Marks.withoutScope(message) : message;
        if (contents.isEmpty()) {
            return delegate.inject(contents, plain);
        }
        List<String> texts =
                contents.stream().map(content -> content.textSegment().text()).toList();
        PrunedPassages pruned = pruner.prune(Marks.question(plain), texts, told.orElse(scope));
        return pruned.changed()
                ? Marks.marked(delegate.inject(shown(contents, pruned), plain), pruned)
                : delegate.inject(contents, plain);
    }

    private static List<Content> shown(List<Content> contents, PrunedPassages pruned) {
        List<Content> shown = new ArrayList<>();
        for (Shown one : pruned.shown()) {
            Content content = contents.get(one.index());
            TextSegment segment = content.textSegment();
            shown.add(
                    segment.text().equals(one.text())
                            ? content
                            : Content.from(TextSegment.from(one.text(), segment.metadata()), content.metadata()));
        }
        if (!pruned.note().isEmpty()) {
            shown.add(Content.from(pruned.note()));
        }
        return shown;
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private final PassagePruner pruner;
        private ContentInjector delegate = new DefaultContentInjector();
        private String scope = CompressionRequest.DEFAULT_SCOPE;

        private Builder(PassagePruner pruner) {
            this.pruner = Objects.requireNonNull(pruner, "pruner");
        }

        /**
         * What injects the contents that are left; LangChain4j's {@link DefaultContentInjector} by default.
         *
         * @param newDelegate any injector
         * @return this builder
         */
        public Builder delegate(ContentInjector newDelegate) {
            delegate = Objects.requireNonNull(newDelegate, "newDelegate");
            return this;
        }

        /**
         * Where originals are kept when no {@link HeadroomRetrievalAugmentor} says whose they are.
         *
         * @param newScope not blank
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder scope(String newScope) {
            if (newScope.isBlank()) {
                throw new IllegalArgumentException("newScope must not be blank, but was '" + newScope + "'");
            }
            scope = newScope;
            return this;
        }

        /**
         * Builds.
         *
         * @return an injector with these parts
         */
        public CompressingContentInjector build() {
            return new CompressingContentInjector(this);
        }
    }
}
