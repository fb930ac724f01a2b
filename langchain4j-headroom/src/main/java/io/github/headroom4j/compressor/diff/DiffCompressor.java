package io.github.headroom4j.compressor.diff;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.content.ContentType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compresses diffs and patches: unified, git's (renames, modes, binaries, merges) and Subversion's, with the commit
 * messages around them.
 *
 * <p><b>Lossless:</b> the four or more lines that git prints above a file's hunks become one, and a hunk's header its
 * line in the new file, wherever {@link #decode} derives the rest exactly.
 *
 * <p><b>Reversible:</b> every added and removed line stays, verbatim and in order, under its file, its line in the new
 * file and its enclosing declaration. Context is trimmed to what stands next to a change, and stays where the query
 * names something in the hunk. Lockfiles, generated, vendored, minified and binary files are folded to their name and
 * the number of changed lines, and so are changes of white space alone where white space means nothing.
 *
 * <p>Stateless and thread-safe; linear in the text.
 */
public final class DiffCompressor implements Compressor {

    /** A new compressor; it has no settings. */
    public DiffCompressor() {}

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public Set<ContentType> contentTypes() {
        return Set.of(ContentType.DIFF);
    }

    @Override
    public Optional<? extends Selectable> parse(String text, CompressionContext context) {
        DiffText diff = DiffText.of(text, true, context.pace());
        List<Part> parts = new DiffReader(diff.lines()).read();
        return parts.stream().anyMatch(FilePart.class::isInstance)
                ? Optional.of(new DiffContent(text, diff, parts, context))
                : Optional.empty();
    }

    /**
     * Reads this compressor's notation.
     *
     * @param text what a repacking printed, or the body of a selection, with or without its marker
     * @return the exact original of a repacking; of a selection a diff of what is shown, with headers and counts that are
     *     right for it, and without what is folded; empty if the text is not in the notation
     */
    public static Optional<String> decode(String text) {
        return DiffDecoder.decode(text);
    }
}
