package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.Candidates;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.SegmentSelector;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.token.TokenBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A file whose folds are known. Each body is a segment; what is outside the folds is always shown. */
final class Outline implements Selectable {

    /** A body less relevant than this share of the most relevant one is not what the query is about. */
    private static final double NEAR_THE_BEST = 0.6;

    private final SourceText source;
    private final List<Fold> folds;
    private final CompressionContext context;

    /** Folds are ascending and disjoint. */
    Outline(SourceText source, List<Fold> folds, CompressionContext context) {
        this.source = source;
        this.folds = folds;
        this.context = context;
    }

    @Override
    public Optional<String> repack() {
        return Optional.empty();
    }

    @Override
    public Optional<Selection> select(TokenBudget budget) {
        BitSet kept = keptBodies(budget);
        StringBuilder outline = new StringBuilder();
        int at = 0;
        int linesLeftOut = 0;
        for (int i = 0; i < folds.size(); i++) {
            Fold fold = folds.get(i);
            String note = fold.replacement(source, context.firstLine());
            if (!kept.get(i) && note.length() < fold.end() - fold.start()) {
                outline.append(source.text(), at, fold.start()).append(note);
                linesLeftOut += source.lineAt(fold.end()) - source.lineAt(fold.start());
                at = fold.end();
            }
        }
        if (at == 0) {
            return Optional.empty();
        }
        outline.append(source.text(), at, source.text().length());
        int total = source.lines();
        return Optional.of(Selection.of(outline.toString(), Math.max(0, total - linesLeftOut), total));
    }

    private BitSet keptBodies(TokenBudget budget) {
        double[] scores = scores();
        int[] costs = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0) {
                costs[i] = context.counter()
                        .count(source.text()
                                .substring(folds.get(i).start(), folds.get(i).end()));
            }
        }
        return SegmentSelector.choose(new Candidates(scores, costs, new BitSet()), budget);
    }

    private double[] scores() {
        QueryRelevance relevance = QueryRelevance.to(context.query());
        if (!relevance.isPresent()) {
            return new double[folds.size()];
        }
        List<String> texts = new ArrayList<>();
        for (Fold fold : folds) {
            texts.add(fold.kind() == Fold.Kind.BODY ? source.text().substring(fold.scored(), fold.end()) : "");
        }
        double[] scores = relevance.score(texts);
        double best = Arrays.stream(scores).max().orElse(0);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = scores[i] < best * NEAR_THE_BEST ? 0 : scores[i];
        }
        return scores;
    }
}
