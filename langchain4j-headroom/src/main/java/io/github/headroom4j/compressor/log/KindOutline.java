package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.template.Lines;
import io.github.headroom4j.compressor.template.LogText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What some entries have in common, in few words: the first line without its time, with an asterisk for what differs. A single
 * entry's line is told as it is. An ellipsis at the end stands for more.
 */
final class KindOutline {

    /** What an entry is about stands in front. Characters. */
    private static final int MAX_CHARS = 160;

    /** More templates than this have what these have in common, or less. */
    private static final int MAX_TEMPLATES = 32;

    private static final String CUT = "…";

    private final LogText log;
    private final EntryKinds kinds;

    KindOutline(LogText log, EntryKinds kinds) {
        this.log = log;
        this.kinds = kinds;
    }

    /**
     * Describes entries.
     *
     * @param members at least one entry
     * @return one line
     */
    String of(List<Integer> members) {
        int first = line(members.get(0));
        Set<Integer> templates = new LinkedHashSet<>();
        Set<Integer> merged = new LinkedHashSet<>();
        for (int member : members) {
            int template = log.templateOf(line(member));
            if (templates.size() < MAX_TEMPLATES && templates.add(template)) {
                merged.add(template < 0 ? template : kinds.merger().mergedOf(template));
            }
        }
        if (members.size() == 1 || log.templateOf(first) < 0) {
            return shortened(withoutTime(first));
        }
        if (templates.size() == 1) {
            return shortened(log.templates().get(log.templateOf(first)).outline());
        }
        return merged.size() == 1 ? shortened(merged(templates)) : beginning(templates);
    }

    private String merged(Set<Integer> templates) {
        return kinds.merger()
                .merged()
                .get(kinds.merger().mergedOf(templates.iterator().next()))
                .outline();
    }

    /** Of templates of different lengths: what they begin with. */
    private String beginning(Set<Integer> templates) {
        String common = null;
        for (int template : templates) {
            String outline = template < 0 ? "" : log.templates().get(template).shape();
            common = common == null ? outline : commonBeginning(common, outline);
        }
        String begun = common == null ? "" : common.substring(0, common.lastIndexOf(' ') + 1);
        return shortened(begun + CUT);
    }

    /** The characters that two texts begin with. */
    static String commonBeginning(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }

    private int line(int entry) {
        return kinds.entries().start(entry);
    }

    private String withoutTime(int line) {
        Lines lines = log.lines();
        int end = whole(lines.text(), Math.min(lines.end(line), lines.start(line) + 2 * MAX_CHARS));
        if (!log.hasTime(line) || log.timeEnd(line) >= end) {
            return lines.text().substring(lines.start(line), end);
        }
        return lines.text().substring(lines.start(line), log.timeStart(line))
                + lines.text().substring(log.timeEnd(line), end);
    }

    private static String shortened(String outline) {
        String text = outline.strip();
        if (text.length() <= MAX_CHARS) {
            return text;
        }
        int end = MAX_CHARS;
        while (end > 1 && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        return text.substring(0, end > 1 ? end : whole(text, MAX_CHARS)) + CUT;
    }

    /** The end of a piece that does not cut a character of two halves. */
    private static int whole(String text, int end) {
        return end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
