package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/** A Markdown pipe table alone: rows between pipes and a delimiter row near the top. */
final class MarkdownTableDetector implements SampledDetector {

    private static final double NEARLY_ALL = 0.9;

    /** Lines among which the delimiter row must stand: a caption may come before it. */
    private static final int TOP = 6;

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank();
        boolean delimited = lines.stream().limit(TOP).anyMatch(MarkdownTableDetector::isDelimiterRow);
        return delimited && SampledDetector.isShare(NEARLY_ALL, lines, MarkdownTableDetector::isRow)
                ? Optional.of(Detection.of(ContentType.MARKDOWN_TABLE, 0.97))
                : Optional.empty();
    }

    /** Whether a line has a pipe at its start, or at least one between cells. */
    static boolean isRow(String line) {
        return line.indexOf('|') >= 0;
    }

    /** {@code |---|:--:|} or {@code --- | ---}. */
    static boolean isDelimiterRow(String line) {
        boolean pipe = false;
        int dashes = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if ("|-: \t\r".indexOf(c) < 0) {
                return false;
            }
            pipe |= c == '|';
            dashes += c == '-' ? 1 : 0;
        }
        return pipe && dashes > 0;
    }
}
