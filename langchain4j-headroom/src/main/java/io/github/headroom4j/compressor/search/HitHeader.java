package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.search.Hits.Layout;
import org.jspecify.annotations.Nullable;

/**
 * The line that opens the notation of hits: how to read it, and what all of it has in common.
 *
 * @param names what the paths share
 * @param layout how the tool named files
 * @param endsWithNewline whether the text ends with a line break
 */
record HitHeader(PathNames names, Layout layout, boolean endsWithNewline) {

    static final String OPENING = "[search hits by file; \"N text\" is line N, indented like the one above";

    private static final String FILES = "; files *";

    String render() {
        return OPENING
                + HeaderNotes.render(names, FILES)
                + layout.note()
                + (endsWithNewline ? "" : HeaderNotes.UNTERMINATED)
                + "]";
    }

    static @Nullable HitHeader parse(String line) {
        HeaderNotes notes = HeaderNotes.read(line, OPENING);
        return notes == null
                ? null
                : new HitHeader(notes.names(FILES), layoutOf(notes), !notes.has(HeaderNotes.UNTERMINATED));
    }

    private static Layout layoutOf(HeaderNotes notes) {
        for (Layout layout : Layout.values()) {
            if (notes.has(layout.note())) {
                return layout;
            }
        }
        return Layout.INLINE;
    }
}
