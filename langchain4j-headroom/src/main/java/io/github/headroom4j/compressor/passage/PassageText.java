package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Embedded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A text cut into pieces that cover it from its beginning to its end. Immutable.
 *
 * @param text what is shown, if everything is
 * @param pieces in order, without gaps
 * @param lines the original's numbers of the text's lines
 * @param markdown whether links may be shortened where they are shown
 * @param blocks by the index of the piece that holds them, blocks that others read
 */
record PassageText(
        String text, List<Piece> pieces, LineNumbers lines, boolean markdown, Map<Integer, Embedded> blocks) {

    /** A piece as it is printed. */
    String shown(int piece) {
        return markdown ? Links.shortened(textOf(piece)) : textOf(piece);
    }

    String textOf(int piece) {
        Piece one = pieces.get(piece);
        return text.substring(one.start(), one.end());
    }

    /** All pieces' texts, in order. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            texts.add(textOf(i));
        }
        return texts;
    }

    /** Which lines of the original the lines of a text are. */
    interface LineNumbers {

        /** The original's number of the line in which a line of the text begins. */
        int first(int line);

        /** The original's number of the line in which a line of the text ends. */
        int last(int line);

        /** Whether every line of the text is one line of the original. */
        boolean exact();

        /** The lines of a text that is a section of its original. */
        static LineNumbers startingAt(CompressionContext context) {
            int first = context.firstLine();
            return new LineNumbers() {
                @Override
                public int first(int line) {
                    return first + line;
                }

                @Override
                public int last(int line) {
                    return first + line;
                }

                @Override
                public boolean exact() {
                    return true;
                }
            };
        }

        /** The lines of a text that was converted. Arrays are not copied. */
        static LineNumbers of(int[] firsts, int[] lasts) {
            return new LineNumbers() {
                @Override
                public int first(int line) {
                    return firsts[line];
                }

                @Override
                public int last(int line) {
                    return lasts[line];
                }

                @Override
                public boolean exact() {
                    return false;
                }
            };
        }
    }
}
