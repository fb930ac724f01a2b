package io.github.headroom4j.eval.question;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The template of a log entry, in which {@code <*>} stands for anything. Fits a line if its constant parts stand there in their
 * order, the last one at the end unless the template ends in a gap; before the first part there may be a header. Looks for parts from
 * left to right, so that it is linear in the line per part. Immutable.
 */
public final class Template {

    private static final String GAP = "<*>";

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
}
