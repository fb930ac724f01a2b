package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.search.Hit.Kind;
import java.util.List;

/**
 * The output of a search tool, read.
 *
 * @param layout how the tool names files
 * @param hits its lines; the blank line above a heading belongs to the heading
 * @param endsWithNewline whether the last line is terminated
 * @param preface what to say before all hits, or empty
 */
record Hits(Layout layout, List<Hit> hits, boolean endsWithNewline, String preface) {

    Hits(Layout layout, List<Hit> hits, boolean endsWithNewline) {
        this(layout, hits, endsWithNewline, "");
    }

    enum Layout {
        /** {@code path:12:text} */
        INLINE(""),
        /** The path on a line of its own, {@code 12:text} below it, a blank line between files. */
        HEADING("; headings"),
        /** {@code 12:text} of one file that is not named. */
        BARE("; one file"),
        /** Elements of a JSON array, or values of JSON lines. */
        JSON("; of JSON, which says more; rows from 0");

        private final String note;

        Layout(String note) {
            this.note = note;
        }

        /** Whether the output is read line by line. */
        boolean isText() {
            return this != JSON;
        }

        /** What the notation's first line says of it. */
        String note() {
            return note;
        }
    }

    /** The tool's output again, exactly. */
    String render() {
        StringBuilder out = new StringBuilder();
        for (Hit hit : hits) {
            if (hit.kind() == Kind.HEADING && out.length() > 0) {
                out.append('\n');
            }
            if (hit.ofFile()) {
                char joint = hit.kind().joint();
                if (layout == Layout.INLINE) {
                    out.append(hit.path()).append(joint);
                }
                out.append(hit.number()).append(joint);
            }
            out.append(hit.text()).append('\n');
        }
        if (!endsWithNewline && out.length() > 0) {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }
}
