package io.github.headroom4j.eval.metric;

/**
 * Where the evidence of a case is after compression. The classes are never summed: what can be fetched is not what is
 * read. Immutable.
 *
 * @param visible pieces that the final request shows
 * @param recoverable pieces not shown, which {@code headroom_retrieve} returned byte for byte with the marker shown
 * @param lost pieces neither shown nor returned
 */
public record EvidenceCount(int visible, int recoverable, int lost) {

    /** No evidence at all. */
    public static final EvidenceCount NONE = new EvidenceCount(0, 0, 0);

    /**
     * Both together.
     *
     * @param other another count
     * @return class by class
     */
    public EvidenceCount plus(EvidenceCount other) {
        return new EvidenceCount(visible + other.visible, recoverable + other.recoverable, lost + other.lost);
    }
}
