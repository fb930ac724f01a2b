package io.github.headroom4j.compressor;

import io.github.headroom4j.content.ContentType;
import java.util.Optional;
import java.util.Set;

/**
 * Knows one family of content: how to read it, re-encode it without loss, and choose what to show of it.
 *
 * <p>The steps are types, so that lossless compression cannot take a lossy one: whoever holds a {@link Repackable} can
 * only repack, whoever holds a {@link Selectable} can also select, and what {@code select} returns cannot be printed
 * without the marker of its original.
 *
 * <p>Implementations must be thread-safe, stateless between calls, deterministic on any JVM, locale and time zone, and
 * linear in the size of the text up to sorting. They must return for every string, however hostile, without deep
 * recursion. They look at the deadline by amount of work: what {@link CompressionContext#pace()} gives steps as they read.
 */
public interface Compressor {

    /**
     * A short name for results and reports.
     *
     * @return for instance "json"
     */
    String name();

    /**
     * What it is asked to read.
     *
     * @return the content types, not empty
     */
    Set<ContentType> contentTypes();

    /**
     * Reads a text.
     *
     * @param text a text detected as one of {@link #contentTypes()}, which need not be true
     * @param context query, counter, deadline, position of the text in its original
     * @return the content, ready to be repacked or selected from, or empty if this text is not of its kind after all
     */
    Optional<? extends Selectable> parse(String text, CompressionContext context);
}
