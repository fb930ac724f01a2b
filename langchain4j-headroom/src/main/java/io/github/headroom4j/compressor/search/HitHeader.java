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

    private static final String UNDER = "; under ";
    private static final String FILES = "; files *";
    private static final String UNTERMINATED = "; no newline at end";

    String render() {
        return OPENING
                + (names.base().isEmpty() ? "" : UNDER + names.base())
                + (names.extension().isEmpty() ? "" : FILES + names.extension())
                + layout.note()
                + (endsWithNewline ? "" : UNTERMINATED)
                + "]";
    }

    static @Nullable HitHeader parse(String line) {
        if (!line.startsWith(OPENING) || !line.endsWith("]")) {
            return null;
        }
        String base = "";
        String extension = "";
        Layout layout = Layout.INLINE;
        boolean endsWithNewline = true;
        String parts = line.substring(OPENING.length(), line.length() - 1);
        for (int start = 0; start < parts.length(); ) {
            int next = parts.indexOf("; ", start + 1);
            String part = parts.substring(start, next < 0 ? parts.length() : next);
            start += part.length();
            if (part.startsWith(UNDER)) {
                base = part.substring(UNDER.length());
            } else if (part.startsWith(FILES)) {
                extension = part.substring(FILES.length());
            } else if (part.equals(UNTERMINATED)) {
                endsWithNewline = false;
            } else {
                layout = layoutOf(part, layout);
            }
        }
        return new HitHeader(new PathNames(base, extension), layout, endsWithNewline);
    }

    private static Layout layoutOf(String note, Layout otherwise) {
        for (Layout layout : Layout.values()) {
            if (layout.note().equals(note)) {
                return layout;
            }
        }
        return otherwise;
    }
}
