package io.github.headroom4j.eval.question;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The template of a log entry, in which {@code <*>} stands for anything. Fits a line if its constant parts stand there in their
 * order, the last one at the end unless the template ends in a gap; before the first part there may be a header. Looks for parts from
 * left to right, so that it is linear in the line per part. Immutable.
 */
public final class Template {

    private static final String GAP = "<*>";
    private static final String ANY = "*";
    private static final char CUT = '…';

    /** What a line is about begins after at most so many characters, so what is cut off behind them does not begin there. */
    private static final int MAX_HEADER = 32;

    private final List<String> parts;

    private Template(List<String> parts) {
        this.parts = parts;
    }

    /**
     * Reads a template.
     *
     * @param text with {@code <*>} for gaps
     * @return the template
     */
    public static Template of(String text) {
        return new Template(List.of(text.strip().split(Pattern.quote(GAP), -1)));
    }

    /**
     * Whether it says enough to tell its lines from others.
     *
     * @return whether its constant parts hold eight letters or more
     */
    public boolean isTelling() {
        return parts.stream()
                        .flatMapToInt(String::chars)
                        .filter(Character::isLetter)
                        .count()
                >= 8;
    }

    /**
     * Whether a line is of this template.
     *
     * @param line a line, header included
     * @return whether all parts stand there
     */
    public boolean fits(String line) {
        String text = line.stripTrailing();
        int at = 0;
        for (int i = 0; i < parts.size() - 1; i++) {
            int found = text.indexOf(parts.get(i), at);
            if (found < 0) {
                return false;
            }
            at = found + parts.get(i).length();
        }
        String last = parts.get(parts.size() - 1);
        return text.length() - last.length() >= at && text.endsWith(last);
    }

    /**
     * Whether it may fit a line of which only an outline is known.
     *
     * @param outline a line with {@code *} for values, which have no blanks in them, and an ellipsis at the end if there is
     *     more of it
     * @return whether there is a line that both describe
     */
    public boolean mayFit(String outline) {
        // Before the first part there may be a header.
        String template = ANY + String.join(ANY, parts);
        boolean[] reached = new boolean[outline.length() + 1];
        reached[0] = true;
        overNothing(outline, reached);
        for (int i = 0; i < template.length(); i++) {
            reached = after(template.charAt(i), outline, reached);
            if (i == 0 && outline.indexOf(CUT) >= MAX_HEADER) {
                Arrays.fill(reached, outline.indexOf(CUT), reached.length, false);
            }
        }
        return reached[outline.length()];
    }

    /** Up to where in the outline one may have come after a further character of the template. */
    private static boolean[] after(char next, String outline, boolean[] before) {
        boolean[] after = new boolean[before.length];
        for (int at = 0; at < before.length; at++) {
            if (next == ANY.charAt(0)) {
                after[at] = before[at] || (at > 0 && after[at - 1]);
            } else {
                boolean inValue = at < outline.length() && isValue(outline, at, next);
                after[at] = (at > 0 && before[at - 1] && outline.charAt(at - 1) == next) || (inValue && before[at]);
            }
        }
        overNothing(outline, after);
        return after;
    }

    private static boolean isValue(String outline, int at, char with) {
        return outline.charAt(at) == CUT || (outline.charAt(at) == ANY.charAt(0) && with != ' ');
    }

    /** What stands for anything may stand for nothing. */
    private static void overNothing(String outline, boolean[] reached) {
        for (int at = 0; at < outline.length(); at++) {
            reached[at + 1] |= reached[at] && isValue(outline, at, ANY.charAt(0));
        }
    }

    /**
     * The same as a regular expression.
     *
     * @return finds its lines, whatever stands before them
     */
    public String expression() {
        // A gap in front matches anything anyway, and slowly.
        return parts.stream()
                        .skip(parts.size() > 1 && parts.get(0).isEmpty() ? 1 : 0)
                        .map(Template::literal)
                        .collect(Collectors.joining(".*"))
                + "\\s*$";
    }

    /**
     * A text as a regular expression.
     *
     * @param text any text
     * @return with its special characters escaped
     */
    public static String literal(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}\\s]", "\\\\$0");
    }
}
