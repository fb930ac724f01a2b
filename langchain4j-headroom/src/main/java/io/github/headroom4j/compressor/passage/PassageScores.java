package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.passage.Piece.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * What each piece is worth. For a question: its own relevance, that of its paragraph with its title, and that of its
 * neighbours, since what answers a question often repeats none of its words but stands next to what does. The weights
 * were chosen on half of three public question sets; the result changes little when they are halved or doubled.
 */
final class PassageScores {

    /** The weight of the paragraph's relevance, beside 1 for the piece's own. */
    private static final double PARAGRAPH = 0.8;

    /** The weight of the nearer neighbour's relevance. */
    private static final double NEIGHBOUR = 0.4;

    /** What the first sentence of a relevant paragraph is worth beside: it says what the paragraph is about. */
    private static final double LEAD = 0.15;

    /** Sentences below which a paragraph is left whole without a question. */
    private static final int SHORT_PARAGRAPH = 3;

    private PassageScores() {}

    /**
     * For a question.
     *
     * @param relevance of each piece
     * @param ofParagraphs of each paragraph, title included
     */
    static double[] focused(PassageText passage, double[] relevance, double[] ofParagraphs) {
        List<Piece> pieces = passage.pieces();
        double[] near = normalised(relevance);
        double[] paragraphs = ofPieces(normalised(ofParagraphs), pieces);
        double[] values = new double[near.length];
        for (int i = 0; i < values.length; i++) {
            boolean first = isFirst(pieces, i);
            double before = first ? 0 : near[i - 1];
            double after = i + 1 == near.length || isFirst(pieces, i + 1) ? 0 : near[i + 1];
            values[i] = near[i] + PARAGRAPH * paragraphs[i] + NEIGHBOUR * Math.max(before, after);
            values[i] += first && pieces.get(i).kind() == Kind.SENTENCE && values[i] > 0 ? LEAD : 0;
        }
        return withoutTargets(withoutNoise(values, pieces), pieces);
    }

    /**
     * Without a question: what is no sentence stays, and so does what begins a paragraph, states a fact or stands in a short
     * paragraph; the rest is worth nothing.
     */
    static double[] unfocused(PassageText passage, Novelty novelty) {
        List<Piece> pieces = passage.pieces();
        int[] lengths = paragraphLengths(pieces);
        double[] values = new double[pieces.size()];
        for (int i = 0; i < values.length; i++) {
            Piece piece = pieces.get(i);
            double fact = novelty.statesFact(i) || piece.kind() != Kind.SENTENCE ? 0.5 : 0;
            double own = novelty.hasOwnWords(i) ? 0.2 : 0;
            double lead = isFirst(pieces, i) ? 1 : 0;
            double brief = lengths[piece.block()] < SHORT_PARAGRAPH ? 0.1 : 0;
            values[i] = lead + fact + own + brief;
        }
        return withoutNoise(values, pieces);
    }

    private static double[] withoutNoise(double[] values, List<Piece> pieces) {
        for (int i = 0; i < values.length; i++) {
            values[i] = pieces.get(i).kind() == Kind.NOISE ? 0 : values[i];
        }
        return values;
    }

    /** Targets of links share the names of what is linked, but answer nothing. */
    private static double[] withoutTargets(double[] values, List<Piece> pieces) {
        for (int i = 0; i < values.length; i++) {
            values[i] = pieces.get(i).kind() == Kind.TARGET ? 0 : values[i];
        }
        return values;
    }

    private static int[] paragraphLengths(List<Piece> pieces) {
        int[] lengths = new int[pieces.get(pieces.size() - 1).block() + 1];
        pieces.forEach(piece -> lengths[piece.block()]++);
        return lengths;
    }

    private static boolean isFirst(List<Piece> pieces, int i) {
        return i == 0 || pieces.get(i - 1).block() != pieces.get(i).block();
    }

    /** For each piece the score of its paragraph. */
    private static double[] ofPieces(double[] paragraphs, List<Piece> pieces) {
        double[] scores = new double[pieces.size()];
        int paragraph = -1;
        for (int i = 0; i < scores.length; i++) {
            paragraph += isFirst(pieces, i) ? 1 : 0;
            scores[i] = paragraphs[paragraph];
        }
        return scores;
    }

    private static double[] normalised(double[] scores) {
        double best = Arrays.stream(scores).max().orElse(0);
        return best <= 0
                ? scores
                : Arrays.stream(scores).map(score -> score / best).toArray();
    }
}
