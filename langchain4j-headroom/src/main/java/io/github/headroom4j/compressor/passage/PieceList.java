package io.github.headroom4j.compressor.passage;

import java.util.ArrayList;
import java.util.List;

/** Collects the pieces of a text from its beginning to its end. Not thread-safe. */
final class PieceList {

    private final TextLines lines;
    private final List<Piece> pieces = new ArrayList<>();
    private int block;

    PieceList(TextLines lines) {
        this.lines = lines;
    }

    /** What comes now belongs to another paragraph, item or run. */
    void nextBlock() {
        block++;
    }

    /** Adds what stands between the last piece and an offset. */
    void add(int end, Piece.Kind kind, int needs) {
        int start = end();
        if (end > start) {
            pieces.add(new Piece(start, end, lines.at(start), lines.at(end - 1), kind, block, needs));
        }
    }

    /** Gives the blanks up to an offset to the last piece. */
    void extendTo(int end) {
        if (end > end()) {
            Piece last = pieces.remove(pieces.size() - 1);
            pieces.add(new Piece(
                    last.start(), end, last.firstLine(), lines.at(end - 1), last.kind(), last.block(), last.needs()));
        }
    }

    /** Adds the sentences of a range that begins where the last piece ended. */
    void addSentences(String text, int to, int needs) {
        for (int end : Sentences.ends(text, end(), to, lines.pace())) {
            add(end, Piece.Kind.SENTENCE, needs);
        }
    }

    int size() {
        return pieces.size();
    }

    int end() {
        return pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).end();
    }

    List<Piece> pieces() {
        return lines.pace().list(List.copyOf(pieces));
    }
}
