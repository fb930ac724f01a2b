package io.github.headroom4j.content;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Text with the marks of Markdown: at least two kinds of them, or fenced code. */
final class MarkdownDetector implements SampledDetector {

    private enum Mark {
        HEADING,
        FENCE,
        BULLET,
        LINK,
        EMPHASIS,
        CODE_SPAN,
        TABLE,
        QUOTE
    }

    /** Share of lines with a mark from which the text is Markdown for certain. */
    private static final double DENSE = 0.12;

    private static final double SPARSE = 0.03;

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank();
        Map<Mark, Integer> marks = new EnumMap<>(Mark.class);
        int marked = 0;
        for (String line : lines) {
            marked += count(line, marks) ? 1 : 0;
        }
        boolean fenced = marks.getOrDefault(Mark.FENCE, 0) >= 2;
        boolean structured = marks.containsKey(Mark.HEADING) || marks.containsKey(Mark.LINK) || fenced;
        double share = SampledDetector.share(marked, lines.size());
        if ((structured && marks.size() >= 2 && share >= SPARSE) || fenced) {
            return Optional.of(Detection.of(ContentType.MARKDOWN, share >= DENSE ? 0.9 : 0.7));
        }
        boolean spans = marks.containsKey(Mark.EMPHASIS) && marks.size() >= 3 && share >= DENSE;
        return spans ? Optional.of(Detection.of(ContentType.MARKDOWN, 0.65)) : Optional.empty();
    }

    private static boolean count(String line, Map<Mark, Integer> marks) {
        String trimmed = line.strip();
        int indent = Ascii.blanks(line, 0);
        boolean any = note(marks, Mark.HEADING, indent < 4 && isHeading(trimmed));
        any |= note(marks, Mark.FENCE, Fences.isFence(line));
        any |= note(marks, Mark.BULLET, isBullet(trimmed));
        any |= note(marks, Mark.LINK, hasLink(trimmed));
        any |= note(marks, Mark.EMPHASIS, hasPair(trimmed, "**"));
        any |= note(marks, Mark.CODE_SPAN, hasPair(trimmed, "`"));
        any |= note(marks, Mark.TABLE, MarkdownTableDetector.isDelimiterRow(trimmed));
        any |= note(marks, Mark.QUOTE, trimmed.startsWith("> "));
        return any;
    }

    private static boolean note(Map<Mark, Integer> marks, Mark mark, boolean present) {
        if (present) {
            marks.merge(mark, 1, Integer::sum);
        }
        return present;
    }

    static boolean isHeading(String line) {
        int level = 0;
        while (Ascii.at(line, level) == '#') {
            level++;
        }
        return level > 0 && level <= 6 && Ascii.at(line, level) == ' ' && line.length() > level + 1;
    }

    static boolean isBullet(String line) {
        int digits = Ascii.digits(line, 0);
        boolean number = digits > 0 && digits < 4 && (line.startsWith(". ", digits) || line.startsWith(") ", digits));
        return number || line.startsWith("- ") || line.startsWith("* ") || line.startsWith("+ ");
    }

    /** {@code [text](target)}, {@code [text][ref]} or {@code [ref]: target}. */
    private static boolean hasLink(String line) {
        int middle = line.indexOf("](");
        boolean inline = middle > 0 && line.lastIndexOf('[', middle) >= 0 && line.indexOf(')', middle) > 0;
        boolean reference = line.startsWith("[") && line.contains("]: ") && line.contains("://");
        return inline || reference || (line.contains("][") && line.startsWith("["));
    }

    private static boolean hasPair(String line, String mark) {
        int first = line.indexOf(mark);
        int second = first < 0 ? -1 : line.indexOf(mark, first + mark.length());
        return second > first + mark.length();
    }
}
