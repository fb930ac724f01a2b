package io.github.headroom4j.memory;

import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all agents of one shared context have in common. Thread-safe. */
final class SharedBoard {

    /** What is shown of a content, and the attributes by which others know that it must stay so. */
    record Shown(String text, Map<String, Object> attributes) {}

    private final Headroom headroom;
    private final String scope;
    private final SharedEntries entries;
    private final SharedViews views;
    private final InstantSource clock;

    SharedBoard(Headroom headroom, SharedScope name, SharedEntries entries, InstantSource clock) {
        this.headroom = headroom;
        this.scope = CompressionRequest.scopeOf(name);
        this.entries = entries;
        this.views = new SharedViews(headroom, scope);
        this.clock = clock;
    }

    Headroom headroom() {
        return headroom;
    }

    String scope() {
        return scope;
    }

    SharedEntries entries() {
        return entries;
    }

    SharedEntry put(String agent, String key, String content) {
        SharedNames.require("key", key);
        if (content.length() > Headroom.MAX_CHARS) {
            throw new OriginalStoreException("a shared content may have " + Headroom.MAX_CHARS
                    + " characters, but that of '" + key + "' has " + content.length());
        }
        // Asked again when it is put; here so that a full context does not fill the store.
        entries.requireRoom(key, content.length());
        OriginalId id = keep(key, content);
        SharedViews.View view = views.of(id, "", () -> content);
        SharedEntry.Version version = new SharedEntry.Version(id, agent, clock.instant());
        return entries.put(
                new SharedEntry(key, content.length(), view.tokensBefore(), view.tokensAfter(), List.of(version)));
    }

    /** As the engine does before it shows a marker: store, read back, compare. */
    private OriginalId keep(String key, String content) {
        OriginalStore originals = headroom.originals();
        OriginalId id = originals.put(scope, content);
        if (originals.find(scope, id.sha256()).filter(content::equals).isEmpty()) {
            throw new OriginalStoreException(
                    "the content of '" + key + "' did not come back from the store as it was put");
        }
        return id;
    }

    Optional<Shown> show(String key, String question) {
        String asked = question.strip();
        String counting = asked.substring(0, Math.min(asked.length(), SharedContext.MAX_QUESTION_CHARS));
        return entries.find(key).map(entry -> {
            SharedViews.View view = views.of(entry.current().original(), counting, () -> original(entry));
            String text = view.compressed().map(Compressed::text).orElseGet(() -> original(entry));
            return new Shown(text, view.attributes());
        });
    }

    String original(SharedEntry entry) {
        String id = entry.current().original().sha256();
        return headroom.originals()
                .find(scope, id)
                .orElseThrow(() -> new OriginalStoreException(
                        "the original " + id + " of the shared key '" + entry.key() + "' is no longer kept"));
    }

    void clear() {
        entries.clear();
        views.clear();
        headroom.originals().clear(scope);
    }
}
