package io.github.headroom4j.content;

/** A detector of this package, of which is known what it can find. */
interface BuiltInDetector extends ContentDetector {

    /** Whether it may find one of {@link StandardSplitter#EVENTS}. */
    default boolean findsEvents() {
        return false;
    }
}
