package io.github.headroom4j.content;

import java.util.Optional;

/**
 * Recognises one or several kinds of text. Implementations must be thread-safe, deterministic, linear in the size of
 * what they look at, and must return for every string whatever it contains.
 */
@FunctionalInterface
public interface ContentDetector {

    /**
     * Looks at a text.
     *
     * @param text any text, possibly empty or hostile
     * @return what it is, or empty if this detector does not recognise it
     */
    Optional<Detection> detect(String text);
}
