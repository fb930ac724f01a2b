package io.github.headroom4j.compressor.build;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.template.LogUnpacker;
import io.github.headroom4j.content.ContentType;
import java.util.Optional;
import java.util.Set;

/**
 * Compresses what build tools, compilers, package managers and test runners print, JUnit's XML reports among it.
 *
 * <p><b>Lossless:</b> the templates and rows of {@link io.github.headroom4j.compressor.template}; {@link #decode} restores
 * every byte, colour codes and carriage returns included.
 *
 * <p><b>Reversible:</b> every failing test, error line, compiler diagnostic with its excerpt, final summary and exit code
 * stays, as it was printed but for colour codes, overwritten progress and the time that a CI runner prefixes. Of a failure
 * also its message, causes and the project's frames are shown. Of diagnostics of one kind, the first is shown whole; a list
 * below it tells of each other one its place and what it names otherwise. Advice, downloads, progress, passed tests and
 * repeated warnings are folded into notes that tell how many lines of which kind are left out and where.
 *
 * <p>Stateless and thread-safe; linear in the text up to sorting.
 */
public final class BuildOutputCompressor implements Compressor {

    private static final Set<ContentType> TYPES = Set.of(ContentType.BUILD_OUTPUT);

    /** A new compressor; it has no settings. */
    public BuildOutputCompressor() {}

    @Override
    public String name() {
        return "build";
    }

    @Override
    public Set<ContentType> contentTypes() {
        return TYPES;
    }

    @Override
    public Optional<? extends Selectable> parse(String text, CompressionContext context) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BuildContent(text, context));
    }

    /**
     * Reads what repacking printed.
     *
     * @param text any text
     * @return the exact original, or empty if the text was not repacked
     */
    public static Optional<String> decode(String text) {
        return LogUnpacker.unpack(text);
    }
}
