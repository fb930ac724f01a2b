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
}
