package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.search.PathEntry.Kind;
import java.util.List;

/**
 * A list of paths, read.
 *
 * @param layout how the tool printed it
 * @param entries its lines
 * @param endsWithNewline whether the last line is terminated
 */
record PathList(Layout layout, List<PathEntry> entries, boolean endsWithNewline) {

    enum Layout {
        /** One path per line: {@code find}, {@code rg -l}, {@code git ls-files}. */
        LINES(""),
        /** Names below their directory: {@code ls -R}. */
        BLOCKS("; ls -R"),
        /** Names with lines drawn before them: {@code tree}. */
        TREE("; tree"),
        /** The same with the blanks that {@code tree} prints in a UTF-8 locale. */
        TREE_NBSP("; tree nbsp"),
        /** The same drawn in ASCII. */
        TREE_ASCII("; tree ascii");

        private final String note;

        Layout(String note) {
            this.note = note;
        }

        String note() {
            return note;
        }

        boolean isTree() {
            return this != LINES && this != BLOCKS;
        }
    }

    /** The tool's output again, exactly. */
    String render() {
        StringBuilder out = new StringBuilder();
        if (layout.isTree()) {
            TreeDrawing.of(layout).draw(entries, out);
        } else {
            entries.forEach(entry -> line(entry, out));
        }
        if (!endsWithNewline && out.length() > 0) {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    private void line(PathEntry entry, StringBuilder out) {
        if (entry.kind() == Kind.OPENING) {
            out.append(out.length() > 0 ? "\n" : "");
            out.append(entry.directory(), 0, entry.directory().length() - 1).append(":\n");
        } else {
            out.append(layout == Layout.LINES ? entry.path() : entry.name()).append('\n');
        }
    }
}
