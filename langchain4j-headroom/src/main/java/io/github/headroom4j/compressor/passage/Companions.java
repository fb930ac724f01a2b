package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.passage.Piece.Kind;
import java.util.BitSet;
import java.util.List;

/** Which pieces have to be shown together: a sentence that points back with the one before it, an item with its stem. */
final class Companions {

    /** Sentences that each point to the one before are followed so far. */
    private static final int MAX_CHAIN = 2;

    /** Part of a note's tokens that each piece is charged with, so that neighbours are cheaper than scattered pieces. */
    private static final int NOTE_TOKENS = 4;

    private final PassageText passage;

    Companions(PassageText passage) {
        this.passage = passage;
    }

    /** The piece that has to be shown with another, or -1. */
    private int before(int piece) {
        List<Piece> pieces = passage.pieces();
        Piece one = pieces.get(piece);
        boolean follows = piece > 0
                && one.kind() == Kind.SENTENCE
                && pieces.get(piece - 1).kind() == Kind.SENTENCE
                && pieces.get(piece - 1).block() == one.block();
        return follows && Openings.pointsBack(passage.textOf(piece)) ? piece - 1 : -1;
    }

    /** Each piece's cost with all that has to be shown with it. */
    int[] costs(int[] own) {
        int[] costs = own.clone();
        for (int i = 0; i < costs.length; i++) {
            int needs = passage.pieces().get(i).needs();
            costs[i] += NOTE_TOKENS + (needs >= 0 ? own[needs] : 0);
            int back = before(i);
            for (int step = 0; step < MAX_CHAIN && back >= 0; step++) {
                costs[i] += own[back];
                back = before(back);
            }
        }
        return costs;
    }

    /** What is shown, with what has to be shown with it. */
    BitSet completed(BitSet shown) {
        BitSet completed = (BitSet) shown.clone();
        for (int i = shown.nextSetBit(0); i >= 0; i = shown.nextSetBit(i + 1)) {
            int back = before(i);
            for (int step = 0; step < MAX_CHAIN && back >= 0 && !completed.get(back); step++) {
                completed.set(back);
                back = before(back);
            }
        }
        for (int i = completed.nextSetBit(0); i >= 0; i = completed.nextSetBit(i + 1)) {
            int needs = passage.pieces().get(i).needs();
            while (needs >= 0 && !completed.get(needs)) {
                completed.set(needs);
                needs = passage.pieces().get(needs).needs();
            }
        }
        return completed;
    }
}
