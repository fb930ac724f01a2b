package io.github.headroom4j.eval.workload.imported;

import io.github.headroom4j.eval.reader.Reader.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that a request shows, and for how many entries it stands. In a log of which parts are left out, {@code 302 ×12-424: text} stands
 * for twelve alike; the numbers are notes and no part of the text. Immutable.
 *
 * @param text the line
 * @param count how many, 1 unless a note says more
 */
record ShownEntry(String text, long count) {

    private static final String LOG = "[log lines ";

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})(?: ×(\\d{1,9})-\\d{1,9})?(: |\\|)(.*)");

    /** What "|" stands for beside the colon: the date that most lines share. */
    private static final Pattern DATE = Pattern.compile("\\[log lines .*\"\\|\" = \": (.*)\".*");

    /** Of all results, in their order. */
    static List<ShownEntry> in(List<Seen> seen) {
        List<ShownEntry> entries = new ArrayList<>();
        for (Seen one : seen) {
            // Spelled out, a log has lost the notes on how many are alike.
            boolean noted = one.shown().startsWith(LOG);
            String text = noted ? one.shown() : one.text();
            String heading = text.lines().findFirst().orElse("");
            Matcher date = DATE.matcher(heading);
            String shared = date.matches() ? date.group(1) : "";
            text.lines().filter(line -> !line.isBlank()).forEach(line -> {
                Matcher numbered = NUMBERED.matcher(line);
                if (!noted) {
                    entries.add(new ShownEntry(line, 1));
                } else if (numbered.matches()) {
                    String entry = (numbered.group(3).equals("|") ? shared : "") + numbered.group(4);
                    entries.add(
                            new ShownEntry(entry, numbered.group(2) == null ? 1 : Long.parseLong(numbered.group(2))));
                }
            });
        }
        return entries;
    }
}
