package io.github.headroom4j.memory;

import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What agents read of the contents, remembered, so that the same question about the same content is answered by the same
 * bytes even if a compression that ran out of time would succeed now. Bounded: what was not asked for longest is forgotten
 * first. Thread-safe; compresses outside the lock.
 */
final class SharedViews {

    /** One for each of some dozens of keys and of the questions that agents ask about them. */
    static final int MAX_VIEWS = 1_000;

    /** 16 Mi characters: thousands of compressed tool results, a small part of a heap. */
    static final long MAX_CHARS = 16L << 20;

    /**
     * What is shown of a content.
     *
     * @param compressedOrNull null if it is shown as it came
     * @param tokensBefore the content's tokens
     */
    record View(@Nullable Compressed compressedOrNull, int tokensBefore) {

        Optional<Compressed> compressed() {
            return Optional.ofNullable(compressedOrNull);
        }

        int tokensAfter() {
            return compressed().map(Compressed::tokensAfter).orElse(tokensBefore);
        }

        /** By which decorators of tools and stores know that the text must stay as it is. */
        Map<String, Object> attributes() {
            return compressed()
                    .map(smaller -> HeadroomAttributes.with(
                            Map.of(),
                            List.of(smaller),
                            smaller.original().stream().toList()))
                    .orElse(Map.of(HeadroomAttributes.STEP, HeadroomAttributes.UNCHANGED));
        }

        private long chars() {
            return compressed().map(smaller -> smaller.text().length()).orElse(0);
        }
    }

    private record Asked(OriginalId original, String question) {}

    private final Headroom headroom;
    private final String scope;
    private final Map<Asked, View> views = new LinkedHashMap<>(16, 0.75f, true);
    private long chars;

    SharedViews(Headroom headroom, String scope) {
        this.headroom = headroom;
        this.scope = scope;
    }

    View of(OriginalId original, String question, Supplier<String> content) {
        Asked asked = new Asked(original, question);
        Optional<View> known = find(asked);
        return known.isPresent() ? known.get() : remember(asked, compress(question, content.get()));
    }

    synchronized void clear() {
        views.clear();
        chars = 0;
    }

    private View compress(String question, String content) {
        CompressionResult result = headroom.compress(CompressionRequest.of(content)
                .withQuery(question)
                .withTool(SharedContext.GET_TOOL)
                .withScope(scope));
        if (result instanceof Compressed compressed) {
            return new View(compressed, compressed.tokensBefore());
        }
        boolean counted = result.tokensBefore() >= 0;
        return new View(
                null, counted ? result.tokensBefore() : headroom.counter().count(content));
    }

    private synchronized Optional<View> find(Asked asked) {
        return Optional.ofNullable(views.get(asked));
    }

    /** The view that another thread may have made first, or this one. */
    private synchronized View remember(Asked asked, View view) {
        View first = views.putIfAbsent(asked, view);
        if (first != null) {
            return first;
        }
        chars += view.chars();
        var oldest = views.values().iterator();
        while (views.size() > MAX_VIEWS || (chars > MAX_CHARS && !views.isEmpty())) {
            chars -= oldest.next().chars();
            oldest.remove();
        }
        return view;
    }
}
