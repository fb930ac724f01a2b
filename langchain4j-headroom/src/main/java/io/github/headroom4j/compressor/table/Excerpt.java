package io.github.headroom4j.compressor.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A long text in pieces, lines or sentences, of which some are shown. Pieces are cut at white space only, so no name and no number is cut
 * in two. Immutable; linear in the text.
 */
final class Excerpt {

    /** What stands for what is left out, be it a piece or a mere line break. */
    static final String GAP = "…";

    /** Longer lines are cut behind sentences, or between words where there is none. Characters. */
    private static final int MAX_LINE = 160;

    /** A shorter sentence is no piece: it may be an abbreviation. Characters. */
    private static final int MIN_SENTENCE = 40;

    /** What follows after so many pieces is not looked at, and not shown. */
    private static final int MAX_PIECES = 400;

    private final String text;
    private final List<String> pieces;
    private final boolean complete;

    private Excerpt(String text, List<String> pieces) {
        this.text = text;
        this.complete = pieces.size() <= MAX_PIECES;
        this.pieces = List.copyOf(complete ? pieces : pieces.subList(0, MAX_PIECES));
    }

    static Excerpt of(String text) {
        List<String> pieces = new ArrayList<>();
        text.lines().map(String::strip).filter(Excerpt::saysSomething).forEach(line -> cut(line, pieces));
        return new Excerpt(text, pieces);
    }

    /** Lines of signs only, such as braces and the ends of comments, do not. */
    private static boolean saysSomething(String line) {
        return line.chars().anyMatch(Character::isLetterOrDigit);
    }

    private static void cut(String line, List<String> pieces) {
        int start = 0;
        while (line.length() - start > MAX_LINE) {
            int end = endOfPiece(line, start);
            if (end < 0) {
                break;
            }
            pieces.add(line.substring(start, end).strip());
            start = end + 1;
        }
        pieces.add(line.substring(start).strip());
    }

    /** The blank behind a sentence, else the last one before the piece gets too long, else the next one; -1 if there is none. */
    private static int endOfPiece(String line, int start) {
        int last = -1;
        for (int i = start + 1; i < line.length(); i++) {
            if (Character.isWhitespace(line.charAt(i))) {
                boolean tooLong = i - start > MAX_LINE;
                if (tooLong || (i - start >= MIN_SENTENCE && ".!?".indexOf(line.charAt(i - 1)) >= 0)) {
                    return tooLong && last > start ? last : i;
                }
                last = i;
            }
        }
        return last;
    }

    String text() {
        return text;
    }

    List<String> pieces() {
        return pieces;
    }

    /** The chosen pieces, with gaps between them; the text as it is if nothing is left out. */
    String show(BitSet chosen) {
        if (complete && chosen.cardinality() == pieces.size()) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        int next = 0;
        for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
            shown.append(i == 0 ? "" : shown.isEmpty() ? GAP + ' ' : ' ' + GAP + ' ')
                    .append(pieces.get(i));
            next = i + 1;
        }
        if (next < pieces.size() || !complete) {
            shown.append(shown.isEmpty() ? "" : " ").append(GAP);
        }
        return shown.toString();
    }
}
