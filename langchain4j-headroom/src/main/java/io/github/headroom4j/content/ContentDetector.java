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

    /**
     * Looks at a text that may be too long to wait for. Implementations that read it whole run the checkpoint now and then;
     * others, as by default, once before they look.
     *
     * @param text any text, possibly empty or hostile
     * @param checkpoint what to run; what it throws ends the detection
     * @return the same as {@link #detect(String)}
     */
    default Optional<Detection> detect(String text, Runnable checkpoint) {
        checkpoint.run();
        return detect(text);
    }
}
