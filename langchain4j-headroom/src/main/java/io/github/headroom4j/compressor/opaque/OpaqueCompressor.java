package io.github.headroom4j.compressor.opaque;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.OpaqueLines;
import io.github.headroom4j.content.OpaqueRuns;
import java.util.Optional;
import java.util.Set;

/**
 * Compresses texts that are data for machines: a block of base64 or hexadecimal, a minified bundle, a hex dump, a list of
 * UUIDs or hashes. A reader learns what it is, how long it is, how it begins and how to read it; what the query names
 * stays. There is no lossless step: such data has no redundancy that a model could undo.
 *
 * <p>Stateless and thread-safe; linear in the text.
 */
public final class OpaqueCompressor implements Compressor {

    /** Makes a compressor. */
    public OpaqueCompressor() {}

    @Override
    public String name() {
        return "opaque";
    }

    @Override
    public Set<ContentType> contentTypes() {
        return Set.of(ContentType.OPAQUE);
    }

    @Override
    public Optional<? extends Selectable> parse(String text, CompressionContext context) {
        if (!OpaqueRuns.find(text, context.pace()::step).isEmpty()) {
            return Optional.of(new RunsContent(text, context));
        }
        boolean lines = text.lines().anyMatch(line -> !OpaqueLines.kind(line).isEmpty());
        return lines ? Optional.of(new LinesContent(text, context)) : Optional.empty();
    }
}
