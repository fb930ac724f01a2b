package io.github.headroom4j.memory;

/**
 * What a durable store holds, over all scopes. Immutable.
 *
 * @param count originals
 * @param bytes their texts as kept, deflated and perhaps encrypted, without what the database needs beside them
 */
public record OriginalStats(long count, long bytes) {

    OriginalStats plus(OriginalStats other) {
        return new OriginalStats(count + other.count, bytes + other.bytes);
    }
}
