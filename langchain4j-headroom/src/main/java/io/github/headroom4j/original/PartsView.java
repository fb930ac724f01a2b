package io.github.headroom4j.original;

import java.util.List;

/** Several parts of one name, each under its line numbers, as far as they fit. */
record PartsView(String text, LineIndex index) {

    /** Ranges in the order of the text; there are at least two. */
    Slice show(List<Range> ranges, String path) {
        StringBuilder content = new StringBuilder();
        String next = "";
        for (Range range : ranges) {
            int room = OriginalText.MAX_SLICE_CHARS - content.length();
            boolean fits = range.length() <= room;
            if (!fits && !content.isEmpty()) {
                next = range.notation(index);
                break;
            }
            Range shown = fits
                    ? range
                    : new Range(
                            range.start(),
                            range.start() + TextCuts.before(range.in(text), OriginalText.MAX_SLICE_CHARS));
            content.append("[lines ")
                    .append(shown.notation(index))
                    .append("]\n")
                    .append(shown.in(text));
            content.append(content.charAt(content.length() - 1) == '\n' ? "" : "\n");
            if (!fits) {
                next = new Range(shown.end(), range.end()).notation(index);
                break;
            }
        }
        String heading = "[path " + InvalidSelectorException.shown(path) + ", " + ranges.size() + " parts of "
                + index.count() + " lines, each under its numbers]";
        return new Slice(heading, content.toString(), next.isEmpty() ? "" : "lines=" + next);
    }
}
