package io.github.headroom4j.compressor.json;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.table.DocumentSelector;
import io.github.headroom4j.compressor.table.Notation;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.original.OriginalMarker;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compresses JSON documents and JSON lines.
 *
 * <p>Without loss: white space goes, and arrays of similar objects become tables (see {@link Notation}), whichever is
 * cheaper by counted tokens; a table is printed only after reading it back gave the same values. A document
 * that was cut off is read up to its last complete row; what follows stays verbatim. Documents that are not strict JSON
 * otherwise, repeat a member name or nest deeper than 64 levels are declined.
 *
 * <p>In a selection, rows are left out of long lists (see {@link io.github.headroom4j.compressor.table.Abridger}). Of what is no list,
 * parts far from the question become a note of how much they hold, such as <code>spec:{… 4 rows (0-3)}</code>, to be had by their
 * path; and what most objects of a kind have in common is said once, in lines before the document.
 *
 * <p>Stateless and thread-safe. Linear in the document but for sorting, with a factor for the columns of a table that
 * may be made of each other.
 */
public final class JsonCompressor implements Compressor {

    private final List<DocumentSelector> selectors;

    /** Makes a compressor that chooses rows. */
    public JsonCompressor() {
        this(List.of());
    }

    /**
     * Makes a compressor that knows documents of certain shapes.
     *
     * @param selectors are asked in order before rows are chosen
     */
    public JsonCompressor(List<? extends DocumentSelector> selectors) {
        this.selectors = List.copyOf(selectors);
    }

    @Override
    public String name() {
        return "json";
    }

    @Override
    public Set<ContentType> contentTypes() {
        return Set.of(ContentType.JSON, ContentType.NDJSON);
    }

    @Override
    public Optional<Selectable> parse(String text, CompressionContext context) {
        return JsonReader.readComplete(text, context.pace())
                .map(document -> new JsonContent(document, context, selectors));
    }

    /**
     * Reads what this compressor printed.
     *
     * @param text a repacked text, or a selection with or without its marker
     * @return JSON with the values, member order, absences and number lexemes of the original, as one document or one
     *     value per line, and cut off where the original was; of a selection what it shows. Empty if the text is not in
     *     our notation
     */
    public static Optional<String> decode(String text) {
        String body = text;
        if (OriginalMarker.refAtEndOf(text).isPresent()) {
            String stripped = text.stripTrailing();
            body = stripped.substring(0, Math.max(0, stripped.lastIndexOf('\n')));
        }
        String document = body.substring(UsualMembers.notesLength(body));
        // Lines that are not all alike are printed as JSON lines, which are none of the notation.
        return CutDocument.read(document, Pace.unhurried())
                .or(() -> JsonReader.readComplete(document, Pace.unhurried()))
                .map(CutDocument::toJson);
    }
}
