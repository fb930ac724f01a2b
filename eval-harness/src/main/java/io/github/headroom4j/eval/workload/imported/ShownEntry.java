package io.github.headroom4j.eval.workload.imported;

import io.github.headroom4j.compressor.log.LogCompressor;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.Slices;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that a request shows, and for how many entries it stands. Of a log of which parts are left out its heading tells what
 * the signs mean: {@code 302 ×12-424: text} stands for twelve alike, {@code 371 ×: text} is one of those, and {@code 380 ×3-390≈
 * text} tells what three have in common that are not shown. The signs are no part of the text. Immutable.
 *
 * @param line its number, 0 if there are no numbers
 * @param text the line, or what lines have in common
 * @param count for how many it stands; 0 if it is counted with another one
 * @param form how much of it is there
 */
record ShownEntry(int line, String text, long count, Form form) {

    /** How an entry is shown. */
    enum Form {
        /** As it is. */
        WHOLE,
        /** Its beginning. */
        BEGINNING,
        /** What it has in common with others, with asterisks for what differs. */
        OUTLINE
    }

    private static final String LOG = "[log lines ";

    private static final Pattern NUMBERED =
            Pattern.compile("(\\d{1,9})(?: (×)(?:(\\d{1,9})-\\d{1,9})?)?(: |\\||~ |≈ )(.*)");

    /** What "|" stands for beside the colon: the date that most lines share. */
    private static final Pattern DATE = Pattern.compile("\\[log lines .*\"\\|\" = \": (.*)\".*");

    /** What all outlines begin with. */
    private static final Pattern BEHIND = Pattern.compile("\\[log lines .*; ≈ = .*, behind \"([^\"]*)\".*");

    /** Of a log of which parts are left out: how many entries are neither shown nor told of. */
    private static final Pattern OTHERS = Pattern.compile("(?m)^… \\d{1,9} entries of \\d{1,9} other kinds ");

    /** Of all results, in their order. */
    static List<ShownEntry> in(List<Seen> seen) {
        List<ShownEntry> entries = new ArrayList<>();
        for (Seen one : seen) {
            if (one.tool().equals(OriginalMarker.RETRIEVE_TOOL)) {
                Slices.lines(one.shown()).forEach(line -> entries.add(whole(line)));
            } else if (isFolded(one)) {
                folded(LogCompressor.spellOut(one.shown()), entries);
            } else {
                one.text().lines().filter(line -> !line.isBlank()).forEach(line -> entries.add(whole(line)));
            }
        }
        return entries;
    }

    /** Whether a result is a log of which parts are left out. Spelled out, it has lost the notes on them. */
    static boolean isFolded(Seen seen) {
        return seen.shown().startsWith(LOG);
    }

    /** Whether a result has entries of which nothing is told. */
    static boolean hasOthers(Seen seen) {
        return isFolded(seen) && OTHERS.matcher(seen.shown()).find();
    }

    private static ShownEntry whole(String line) {
        return new ShownEntry(0, line, 1, Form.WHOLE);
    }

    private static void folded(String shown, List<ShownEntry> entries) {
        String heading = shown.lines().findFirst().orElse("");
        Matcher date = DATE.matcher(heading);
        Matcher behind = BEHIND.matcher(heading);
        Map<String, String> beginnings =
                Map.of("|", date.matches() ? date.group(1) : "", "≈ ", behind.matches() ? behind.group(1) : "");
        shown.lines().forEach(line -> {
            Matcher numbered = NUMBERED.matcher(line);
            if (numbered.matches()) {
                String text = beginnings.getOrDefault(numbered.group(4), "") + numbered.group(5);
                long alone = numbered.group(2) == null ? 1 : 0;
                long count = numbered.group(3) == null ? alone : Long.parseLong(numbered.group(3));
                entries.add(new ShownEntry(Integer.parseInt(numbered.group(1)), text, count, form(numbered.group(4))));
            }
        });
    }

    private static Form form(String sign) {
        return switch (sign.charAt(0)) {
            case '~' -> Form.BEGINNING;
            case '≈' -> Form.OUTLINE;
            default -> Form.WHOLE;
        };
    }
}
