package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.search.PathList.Layout;
import org.jspecify.annotations.Nullable;

/**
 * The line that opens the notation of paths.
 *
 * @param base what all directories start with, or empty
 * @param layout how the tool printed them
 * @param endsWithNewline whether the text ends with a line break
 */
record PathHeader(String base, Layout layout, boolean endsWithNewline) {

    static final String OPENING = "[paths; \"d/*.x A B\" is d/A.x d/B.x, \"d/:\" is d too, N blanks keep N directories";

    String render() {
        return OPENING
                + (base.isEmpty() ? "" : HeaderNotes.UNDER + base)
                + layout.note()
                + (endsWithNewline ? "" : HeaderNotes.UNTERMINATED)
                + "]";
    }

    static @Nullable PathHeader parse(String line) {
        if (!line.startsWith(OPENING) || !line.endsWith("]")) {
            return null;
        }
        String rest = line.substring(OPENING.length(), line.length() - 1);
        boolean endsWithNewline = !rest.endsWith(HeaderNotes.UNTERMINATED);
        rest = endsWithNewline ? rest : rest.substring(0, rest.length() - HeaderNotes.UNTERMINATED.length());
        Layout layout = Layout.LINES;
        for (Layout candidate : Layout.values()) {
            if (!candidate.note().isEmpty() && rest.endsWith(candidate.note())) {
                layout = candidate;
            }
        }
        rest = rest.substring(0, rest.length() - layout.note().length());
        return new PathHeader(
                rest.startsWith(HeaderNotes.UNDER) ? rest.substring(HeaderNotes.UNDER.length()) : "",
                layout,
                endsWithNewline);
    }
}
