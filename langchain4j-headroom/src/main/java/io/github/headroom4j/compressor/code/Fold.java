package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.Elision;

/**
 * A range that an outline leaves out.
 *
 * @param start the first character left out
 * @param end after the last character left out
 * @param before what stands before the note instead
 * @param after what stands after it
 * @param noted the range that the note speaks of, which begins earlier than the fold if it speaks for another one, too;
 *     empty for no note
 */
record Fold(int start, int end, String before, String after, Span noted) {

    /**
     * Characters that are not blank, per character of what replaces them, from which leaving out pays: notes of digits and
     * marks cost about twice the tokens of code of their length.
     */
    private static final double WORTH = 1.7;

    /** A fold whose note speaks of itself. */
    static Fold noted(int start, int end, String before, String after) {
        return new Fold(start, end, before, after, new Span(start, end));
    }

    /** The same with a note that begins where another fold does. */
    Fold notedFrom(int earlier) {
        return new Fold(start, end, before, after, new Span(earlier, end));
    }

    /** The same where another fold's note speaks of it. */
    Fold silent() {
        String shown = before.startsWith("\n") ? "" : before.stripTrailing();
        return new Fold(start, end, shown, after, Span.NONE);
    }

    /** What stands for the fold. */
    String replacement(SourceText source, int firstLine) {
        return noted.isEmpty() ? before + after : before + note(source, firstLine) + after;
    }

    private String note(SourceText source, int firstLine) {
        int first = source.lineAt(noted.start());
        int last = source.lineAt(Math.max(noted.start(), noted.end() - 1));
        if (first < last
                && source.text().substring(noted.start(), source.end(first)).isBlank()) {
            first++;
        }
        if (first < last
                && source.text().substring(source.start(last), noted.end()).isBlank()) {
            last--;
        }
        return Elision.lines(first + firstLine, last + firstLine);
    }

    /** Whether what stands for it is cheaper than it. */
    boolean pays(SourceText source) {
        if (noted.isEmpty()) {
            return before.length() + after.length() < end - start;
        }
        int enough = before.strip().length()
                + after.strip().length()
                + (int) (WORTH * note(source, 1).length());
        int visible = 0;
        for (int i = start; i < end && visible <= enough; i++) {
            visible += source.text().charAt(i) > ' ' ? 1 : 0;
        }
        return visible > enough;
    }
}
