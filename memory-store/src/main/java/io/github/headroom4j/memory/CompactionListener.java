package io.github.headroom4j.memory;

/** Learns of what {@link Compaction} decided. Must be thread-safe; what it throws is logged and otherwise ignored. */
@FunctionalInterface
public interface CompactionListener {

    /**
     * Called whenever a history exceeds {@code compactAt}, after the decision and before the history is stored.
     *
     * @param event what was decided, and why
     */
    void onCompaction(CompactionEvent event);
}
