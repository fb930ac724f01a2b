package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.CompressionContext;
import java.util.Map;
import java.util.Optional;

/** Cuts plain text into paragraphs and sentences. What is no running text is taken line by line. */
final class ProseReader {

    /** A longer line was not wrapped, so the line break after it ends a paragraph. */
    private static final int WRAPPED_CHARS = 160;

    /** A line that ends a sentence and is shorter than this share of the paragraph's longest ends the paragraph. */
    private static final double SHORT_LINE = 0.7;

    /** Words and characters of a line that may be a title. */
    private static final int MAX_TITLE_CHARS = 80;

    private final String text;
    private final TextLines lines;
    private final PieceList pieces;
    private final CompressionContext context;
    private int proseChars;
    private int otherChars;
    private int sentences;
    private int title = -1;

    private ProseReader(String text, CompressionContext context) {
        this.text = text;
        this.lines = new TextLines(text, context.pace());
        this.pieces = new PieceList(lines);
        this.context = context;
    }

    /** Reads a text, or declines it if most of it is no prose. */
    static Optional<PassageText> read(String text, CompressionContext context) {
        ProseReader reader = new ProseReader(text, context);
        PassageText passage = reader.read();
        return reader.isProse() ? Optional.of(passage) : Optional.empty();
    }

    /** Reads a text of which is known that it shall be read. What lies beyond the last piece that is read is one piece. */
    static PassageText readAny(String text, CompressionContext context) {
        ProseReader reader = new ProseReader(text, context);
        reader.read();
        reader.pieces.add(text.length(), Piece.Kind.FIXED, -1);
        return reader.passage();
    }

    private boolean isProse() {
        return sentences >= 3 && proseChars > otherChars && pieces.size() <= PassageContent.MAX_PIECES;
    }

    private PassageText passage() {
        return new PassageText(text, pieces.pieces(), PassageText.LineNumbers.startingAt(context), false, Map.of());
    }

    private PassageText read() {
        int line = 0;
        while (line < lines.count() && pieces.size() <= PassageContent.MAX_PIECES) {
            int end = line;
            while (end < lines.count() && !lines.isBlank(end)) {
                end++;
            }
            addBlock(line, end);
            line = end;
            while (line < lines.count() && lines.isBlank(line)) {
                line++;
            }
            closeBlock(line);
        }
        return passage();
    }

    /** Blank lines go to the piece before them; at the very beginning they are one. */
    private void closeBlock(int line) {
        int end = line < lines.count() ? lines.start(line) : text.length();
        if (pieces.size() == 0) {
            pieces.add(end, Piece.Kind.FIXED, -1);
        } else {
            pieces.extendTo(end);
        }
    }

    private void addBlock(int from, int to) {
        if (from == to) {
            return;
        }
        pieces.nextBlock();
        int start = lines.start(from);
        int end = lines.end(to - 1);
        boolean prose = ProseShape.isProse(lines, text, start, end, to - from);
        if (prose) {
            proseChars += end - start;
            addFlows(from, to);
            title = -1;
        } else if (to - from == 1 && end - start <= MAX_TITLE_CHARS) {
            title = pieces.size();
            pieces.add(lines.next(from), Piece.Kind.TITLE, -1);
        } else {
            otherChars += end - start;
            addLines(from, to);
            title = -1;
        }
    }

    private void addLines(int from, int to) {
        for (int line = from; line < to; line++) {
            pieces.add(lines.next(line), Piece.Kind.LINE, title);
        }
    }

    /** Lines that were wrapped flow into each other. */
    private void addFlows(int from, int to) {
        int longest = 0;
        for (int line = from; line < to; line++) {
            longest = Math.max(longest, lines.length(line));
        }
        int before = pieces.size();
        boolean flowing = false;
        for (int line = from; line < to; line++) {
            boolean last = line + 1 == to;
            if (!flowing && !last && isTitle(line, longest)) {
                pieces.nextBlock();
                title = pieces.size();
                pieces.add(lines.next(line), Piece.Kind.TITLE, -1);
                continue;
            }
            flowing = !last && !endsParagraph(line, longest);
            if (!flowing) {
                pieces.addSentences(text, lines.next(line), title);
                pieces.nextBlock();
            }
        }
        sentences += pieces.size() - before;
    }

    /** Whether a line between paragraphs is short, ends no sentence, and what follows begins one. */
    private boolean isTitle(int line, int longest) {
        int length = lines.length(line);
        boolean shortLine =
                length <= MAX_TITLE_CHARS && (length < SHORT_LINE * longest || lines.length(line + 1) > WRAPPED_CHARS);
        char next = text.charAt(lines.indented(line + 1));
        return shortLine && ".!?:,;。".indexOf(text.charAt(lines.end(line) - 1)) < 0 && !Character.isLowerCase(next);
    }

    private boolean endsParagraph(int line, int longest) {
        int end = lines.end(line);
        char last = text.charAt(end - 1);
        boolean ended = ".!?:。\"”)".indexOf(last) >= 0;
        return lines.length(line) > WRAPPED_CHARS
                || (ended && lines.length(line) < SHORT_LINE * longest)
                || Markers.isItem(text, lines.indented(line + 1), lines.end(line + 1));
    }
}
