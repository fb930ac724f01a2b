package io.github.headroom4j.memory;

/**
 * What a retention forgot. Immutable.
 *
 * @param count originals, whose markers are explicit misses from now on
 * @param bytes their texts as they were kept
 */
public record RetentionReport(long count, long bytes) {

    RetentionReport plus(RetentionReport other) {
        return new RetentionReport(count + other.count, bytes + other.bytes);
    }
}
