package io.github.headroom4j.content;

import java.util.List;

/**
 * Cuts a text into sections of one kind each. Stateless and thread-safe.
 */
@FunctionalInterface
public interface ContentSplitter {

    /**
     * Splits.
     *
     * @param text any text
     * @return sections in order that cover the text without gap or overlap; one for a text of one kind, none for the
     *     empty text
     */
    List<Section> split(String text);

    /**
     * Splits a text that may be too long to wait for. Implementations that read it part by part run the checkpoint now and
     * then; others, as by default, once before they split.
     *
     * @param text any text
     * @param checkpoint what to run; what it throws ends the splitting
     * @return the same as {@link #split(String)}
     */
    default List<Section> split(String text, Runnable checkpoint) {
        checkpoint.run();
        return split(text);
    }
}
