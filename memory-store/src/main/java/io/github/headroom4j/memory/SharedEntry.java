package io.github.headroom4j.memory;

import io.github.headroom4j.original.OriginalId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is shared under one key of a {@link SharedContext}: how large it is, who put it there and when. Made of nothing but
 * texts, numbers and times, so that any JSON mapper can keep it over a restart. Immutable.
 *
 * @param key the key
 * @param chars the length of the content in UTF-16 units
 * @param tokensBefore the content's tokens, by the counter of the context's {@code Headroom}
 * @param tokensAfter the tokens of what {@link SharedContext#get(String)} shows; equal to {@code tokensBefore} if it shows
 *     the content as it came
 * @param versions who put which content under this key, oldest first, at least one; at most the
 *     {@value SharedContext#MAX_VERSIONS} newest
 */
public record SharedEntry(String key, int chars, int tokensBefore, int tokensAfter, List<Version> versions) {

    /**
     * One content that was put under the key.
     *
     * @param original its id; the same content has the same id, whoever puts it
     * @param agent who put it
     * @param at when, by the clock of the context
     */
    public record Version(OriginalId original, String agent, Instant at) {

        /** Checks that nothing is missing. */
        public Version {
            Objects.requireNonNull(original, "original");
            SharedNames.require("agent", agent);
            Objects.requireNonNull(at, "at");
        }
    }

    /** Checks the components and copies the list. */
    public SharedEntry {
        SharedNames.require("key", key);
        versions = List.copyOf(versions);
        if (versions.isEmpty() || versions.size() > SharedContext.MAX_VERSIONS) {
            throw new IllegalArgumentException("versions must be 1 to " + SharedContext.MAX_VERSIONS + ", but key '"
                    + key + "' has " + versions.size());
        }
        if (chars < 0 || tokensBefore < 0 || tokensAfter < 0 || tokensAfter > tokensBefore) {
            throw new IllegalArgumentException(
                    "sizes must be 0 <= chars and 0 <= tokensAfter <= tokensBefore, but key '" + key + "' has " + chars
                            + ", " + tokensAfter + ", " + tokensBefore);
        }
    }

    /**
     * The content that is there now.
     *
     * @return the newest version
     */
    public Version current() {
        return versions.get(versions.size() - 1);
    }
}
