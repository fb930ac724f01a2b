package io.github.headroom4j.eval.workload.rag;

import java.util.ArrayList;
import java.util.List;

/** Places in texts that differ in white space only, told by the characters that leave ink. Stateless. */
final class Spacing {

    private Spacing() {}

    /** The text without white space. */
    static String removed(String text) {
        StringBuilder ink = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text, i)) {
                ink.append(text.charAt(i));
            }
        }
        return ink.toString();
    }

    /** How many characters before an offset are no white space. */
    static int inked(String text, int offset) {
        int count = 0;
        for (int i = 0; i < offset; i++) {
            count += isSpace(text, i) ? 0 : 1;
        }
        return count;
    }

    /**
     * The offset of a character that is no white space.
     *
     * @param number how many such characters are before it; there must be one more
     */
    static int offset(String text, int number) {
        int before = number;
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text, i) && before-- == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("the text has at most " + number + " characters of ink: " + text);
    }

    /** All places where a document has a piece, but for white space. */
    static List<Span> places(CorpusDocument document, String piece) {
        String wanted = removed(piece);
        String text = removed(document.text());
        List<Span> places = new ArrayList<>();
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
            int last = offset(document.text(), at + wanted.length() - 1);
            places.add(new Span(document, offset(document.text(), at), last + 1));
        }
        return places;
    }

    private static boolean isSpace(String text, int at) {
        return Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at));
    }
}
