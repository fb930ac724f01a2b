package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.token.TokenBudget;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A file whose declarations are known. What is outside of all folds is always shown, in the order of the file. */
final class Outline implements Selectable {

    private final SourceText source;
    private final FoldPlanner planner;
    private final Focus focus;
    private final int firstLine;

    Outline(SourceText source, FileOutline outline, CompressionContext context) {
        this.source = source;
        planner = new FoldPlanner(source, outline);
        focus = new Focus(source, outline, context);
        firstLine = context.firstLine();
    }

    /** Whether there is anything to leave out. */
    boolean folds() {
        return !planner.plan(new Focus.Chosen(new BitSet(), new BitSet())).isEmpty();
    }

    @Override
    public Optional<String> repack() {
        return Optional.empty();
    }

    @Override
    public Optional<Selection> select(TokenBudget budget) {
        List<Fold> folds = planner.plan(focus.choose(budget));
        if (folds.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder outline = new StringBuilder();
        int at = 0;
        int linesLeftOut = 0;
        for (Fold fold : folds) {
            outline.append(source.text(), at, fold.start()).append(fold.replacement(source, firstLine));
            linesLeftOut += source.lineAt(fold.end()) - source.lineAt(fold.start());
            at = fold.end();
        }
        outline.append(source.text(), at, source.text().length());
        int total = source.lines();
        return Optional.of(Selection.of(outline.toString(), Math.max(0, total - linesLeftOut), total));
    }
}
