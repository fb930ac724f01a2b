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

    private static final String UNDER = "; under ";
    private static final String FILES = "; without a dot: ";
    private static final String BLOCKS = "; ls";
    private static final String UNTERMINATED = "; no newline at end";

    String render() {
        return OPENING
                + (names.base().isEmpty() ? "" : UNDER + names.base())
                + (names.extension().isEmpty() ? "" : FILES + names.extension())
                + (blocks ? BLOCKS : "")
                + (endsWithNewline ? "" : UNTERMINATED)
                + "]";
    }

    static @Nullable LongHeader parse(String line) {
        if (!line.startsWith(OPENING) || !line.endsWith("]")) {
            return null;
        }
        String base = "";
        String extension = "";
        boolean blocks = false;
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
            }
            blocks |= part.equals(BLOCKS);
            endsWithNewline &= !part.equals(UNTERMINATED);
        }
        return new LongHeader(new PathNames(base, extension), blocks, endsWithNewline);
    }
}
