package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import java.util.Optional;

/** Finds declarations. Stateless and thread-safe; linear in the text, without recursion over its nesting. */
interface OutlineParser {

    /**
     * Reads a file or a part of one.
     *
     * @return what it declares, or empty if it is not of this parser's languages or too broken for it
     */
    Optional<FileOutline> parse(SourceText source, CompressionContext context);
}
