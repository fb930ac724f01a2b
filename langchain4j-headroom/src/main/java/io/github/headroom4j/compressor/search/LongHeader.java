package io.github.headroom4j.compressor.search;

import org.jspecify.annotations.Nullable;

/**
 * The line that opens the notation of long lists.
 *
 * @param names what the paths share
 * @param blocks whether the list prints bare names
 * @param endsWithNewline whether the text ends with a line break
 */
record LongHeader(PathNames names, boolean blocks, boolean endsWithNewline) {

    static final String OPENING =
            "[listing; what follows \"%=\" stands before each name below it, # is the number here";

    private static final String FILES = "; without a dot: ";
    private static final String BLOCKS = "; ls";

    String render() {
        return OPENING
                + HeaderNotes.render(names, FILES)
                + (blocks ? BLOCKS : "")
                + (endsWithNewline ? "" : HeaderNotes.UNTERMINATED)
                + "]";
    }

    static @Nullable LongHeader parse(String line) {
        HeaderNotes notes = HeaderNotes.read(line, OPENING);
        return notes == null
                ? null
                : new LongHeader(notes.names(FILES), notes.has(BLOCKS), !notes.has(HeaderNotes.UNTERMINATED));
    }
}
