package io.github.headroom4j.eval.question;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a diff with their places on the new side, read out of a unified diff or out of the engine's notation for one, whole or
 * with parts left out. A removed line has the number of the line that follows it. For one text; not thread-safe.
 */
public final class DiffLines {

    /** {@code @@ -3,7 +3,9 @@}, or in the engine's notation {@code @@ 19}. */
    private static final Pattern HUNK = Pattern.compile(
            "@@ (?:-\\d{1,9}(?:,(?<old>\\d{1,9}))? \\+)?(?<place>\\d{1,9})(?:,(?<new>\\d{1,9}))?(?<end> @@)?.*");

    /** {@code === path | 1-23} in the engine's notation. */
    private static final Pattern SECTION = Pattern.compile("=== (.(?:(?! \\| ).)*+)(?: \\| .*+)?");

    /**
     * A line of a diff.
     *
     * @param path the file, without {@code b/}
     * @param sign {@code '+'}, {@code '-'} or {@code ' '}
     * @param number its place on the new side, from 1
     * @param text the line without its sign
     */
    public record Line(String path, char sign, int number, String text) {

        /**
         * Whether the diff changes it.
         *
         * @return whether it is added or removed
         */
        public boolean isChange() {
            return sign != ' ';
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private String path = "";
    private int number;
    private boolean inHunk;
    /** Lines of either side that the hunk's heading still promises; without such a heading any number. */
    private int oldLeft;

    private int newLeft;

    private DiffLines() {}

    /**
     * Reads a diff.
     *
     * @param text the diff
     * @return its lines in order; none of what stands outside hunks
     */
    public static List<Line> of(String text) {
        DiffLines reading = new DiffLines();
        String[] all = text.stripTrailing().split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            reading.read(all[i], i + 1 < all.length ? all[i + 1] : "");
        }
        return reading.lines;
    }

    private void read(String line, String next) {
        Matcher hunk = HUNK.matcher(line);
        Matcher section = SECTION.matcher(line);
        if (line.startsWith("diff --git ")) {
            int at = line.lastIndexOf(" b/");
            path = at < 0 ? "" : line.substring(at + 3).strip();
            inHunk = false;
            oldLeft = 0;
            newLeft = 0;
        } else if (line.startsWith("--- ") && next.startsWith("+++ ") && oldLeft <= 0 && newLeft <= 0) {
            inHunk = false;
        } else if (line.startsWith("+++ ") && !inHunk) {
            String named = line.substring(4).split("\t", -1)[0].strip();
            path = named.equals("/dev/null") ? path : named.startsWith("b/") ? named.substring(2) : named;
        } else if (hunk.matches()) {
            begin(hunk);
        } else if (section.matches()) {
            path = section.group(1);
            inHunk = false;
            oldLeft = 0;
            newLeft = 0;
        } else if (inHunk && (oldLeft > 0 || newLeft > 0)) {
            inside(line);
        }
    }

    private void begin(Matcher hunk) {
        number = Integer.parseInt(hunk.group("place"));
        inHunk = true;
        boolean unified = hunk.group("end") != null;
        oldLeft = unified ? count(hunk.group("old")) : Integer.MAX_VALUE;
        newLeft = unified ? count(hunk.group("new")) : Integer.MAX_VALUE;
    }

    private static int count(@Nullable String given) {
        return given == null ? 1 : Integer.parseInt(given);
    }

    private void inside(String line) {
        char sign = line.isEmpty() ? ' ' : line.charAt(0);
        if (sign == '+' || sign == '-' || sign == ' ') {
            lines.add(new Line(path, sign, number, line.isEmpty() ? "" : line.substring(1)));
            number += sign == '-' ? 0 : 1;
            oldLeft -= sign == '+' ? 0 : 1;
            newLeft -= sign == '-' ? 0 : 1;
        }
    }
}
