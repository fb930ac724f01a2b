package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.Candidates;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.SegmentSelector;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.compressor.passage.Piece.Kind;
import io.github.headroom4j.token.TokenBudget;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A text from which sentences can be chosen. With a question that the text speaks to, the sentences near it are kept, within a
 * share of the text. Without one only what is said twice and what states no fact goes, unless a budget asks for more.
 */
final class PassageContent implements Selectable {

    /** 400,000 pieces: texts of more are lists of short lines, and each piece costs some hundred bytes. */
    static final int MAX_PIECES = 400_000;

    /**
     * The share of tokens that a question leaves of prose at most, default 0.47: since pieces are charged with what has to be
     * shown with them, some of it twice, about 0.4 is what is printed.
     */
    private static final double FOCUSED_SHARE = 0.47;

    /** The same for documents with headings, default 0.4: most of their sections are about something else. */
    private static final double FOCUSED_SHARE_OF_DOCUMENT = 0.4;

    /**
     * Tokens that may always stay, default 120: in a paragraph alone, the sentence that answers is too often not the one that
     * shares most words with the question, and there is little to save.
     */
    private static final int ALWAYS_TOKENS = 120;

    /** A sentence of prose worth less than this share of the best one has nothing to do with the question. */
    private static final double NEAR_THE_BEST = 0.12;

    /** The same for documents with headings, whose words come again in every section. */
    private static final double NEAR_THE_BEST_OF_DOCUMENT = 0.15;

    /** Characters of the longest gap that is shown rather than noted, default 40: about what a note costs. */
    private static final int NOTE_CHARS = 40;

    private final PassageText passage;
    private final CompressionContext context;
    private final PassageScorer scorer;

    PassageContent(PassageText passage, CompressionContext context, PassageScorer scorer) {
        this.passage = passage;
        this.context = context;
        this.scorer = scorer;
    }

    @Override
    public Optional<String> repack() {
        return Optional.empty();
    }

    @Override
    public Optional<Selection> select(TokenBudget budget) {
        List<String> texts = context.pace().list(passage.texts());
        BlockViews views = new BlockViews(passage, context, budget);
        BitSet shown = new Companions(passage).completed(choose(texts, views, budget));
        fillSmallGaps(shown);
        Selection selection = new PassagePrinter(passage, views, context).print(shown);
        return selection.shows(passage.text()) ? Optional.empty() : Optional.of(selection);
    }

    private BitSet choose(List<String> texts, BlockViews views, TokenBudget budget) {
        PassageStems stems = new PassageStems(passage, texts, context.pace());
        SentenceWords words = new SentenceWords(stems.ofPieces(), stems.numbers(), context.pace());
        Novelty novelty = Novelty.of(texts, words, context);
        double[] relevance = relevance(stems);
        boolean focused = Arrays.stream(relevance).anyMatch(score -> score > 0);
        double[] values = focused
                ? PassageScores.focused(passage, relevance, paragraphs(stems))
                : PassageScores.unfocused(passage, novelty);
        double near = passage.markdown() ? NEAR_THE_BEST_OF_DOCUMENT : NEAR_THE_BEST;
        double least = focused ? near * Arrays.stream(values).max().orElse(0) : 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] < least || novelty.repeats(i) ? 0 : values[i];
        }
        BitSet vital = vital(texts, values);
        if (!focused && !budget.bounded()) {
            return allOf(values, vital);
        }
        int[] own = costs(texts, views);
        int[] costs = new Companions(passage).costs(own);
        return SegmentSelector.choose(new Candidates(values, costs, vital), limit(budget, focused, own));
    }

    private double[] relevance(PassageStems stems) {
        return Question.isAboutContent(context.query())
                ? new Relevance(stems, scorer).of(context)
                : new double[stems.pieces()];
    }

    private double[] paragraphs(PassageStems stems) {
        return QueryRelevance.to(context).score(stems.ofParagraphs(), stems.numbers());
    }

    private int[] costs(List<String> texts, BlockViews views) {
        int[] costs = new int[texts.size()];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = views.has(i)
                    ? views.of(i).tokens(context.counter())
                    : context.counter().count(texts.get(i));
        }
        return costs;
    }

    private TokenBudget limit(TokenBudget budget, boolean focused, int[] costs) {
        if (!focused) {
            return budget;
        }
        long all = Arrays.stream(costs).asLongStream().sum();
        long events = passage.blocks().keySet().stream()
                .filter(piece -> passage.pieces().get(piece).kind() == Kind.FIXED)
                .mapToLong(piece -> costs[piece])
                .sum();
        double most = passage.markdown() ? FOCUSED_SHARE_OF_DOCUMENT : FOCUSED_SHARE;
        // What is shown in any case and is large takes no place from what was asked for.
        long share = events + Math.max(ALWAYS_TOKENS, (long) ((all - events) * most));
        return TokenBudget.tokens((int) Math.min(budget.limit(), share));
    }

    private static BitSet allOf(double[] values, BitSet vital) {
        BitSet all = (BitSet) vital.clone();
        for (int i = 0; i < values.length; i++) {
            all.set(i, vital.get(i) || values[i] > 0);
        }
        return all;
    }

    /** What is always shown, what holds an identifier of the question, and the piece that is worth most. */
    private BitSet vital(List<String> texts, double[] values) {
        BitSet vital = new BitSet();
        int best = 0;
        for (int i = 0; i < texts.size(); i++) {
            vital.set(i, passage.pieces().get(i).kind() == Kind.FIXED);
            best = values[i] > values[best] ? i : best;
        }
        vital.set(best);
        for (int named : QueryRelevance.to(context).naming(texts)) {
            vital.set(named);
        }
        return vital;
    }

    private void fillSmallGaps(BitSet shown) {
        int total = passage.pieces().size();
        for (int from = shown.nextClearBit(0); from < total; from = shown.nextClearBit(from + 1)) {
            int to = shown.nextSetBit(from);
            to = to < 0 ? total : to;
            int length = passage.pieces().get(to - 1).end()
                    - passage.pieces().get(from).start();
            if (length <= NOTE_CHARS) {
                shown.set(from, to);
            }
            from = to;
        }
    }
}
