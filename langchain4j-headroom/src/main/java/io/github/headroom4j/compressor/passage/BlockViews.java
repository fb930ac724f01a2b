package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Embedded;
import io.github.headroom4j.compressor.OpaqueFolding;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.token.TokenBudget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the blocks that other compressors read are shown, if they are: with the fences around them. */
final class BlockViews {

    /** Examples of code of at most so many lines, fences included, are shown whole to whoever asks for something. */
    private static final int EXAMPLE_LINES = 30;

    private final PassageText passage;
    private final CompressionContext context;
    private final TokenBudget budget;
    private final Map<Integer, Selection> views = new HashMap<>();

    /**
     * Views of all blocks.
     *
     * @param budget for the whole text; a bounded one is shared among the blocks by their length
     */
    BlockViews(PassageText passage, CompressionContext context, TokenBudget budget) {
        this.passage = passage;
        this.context = context;
        this.budget = budget;
        passage.blocks()
                .forEach(
                        (piece, block) -> views.put(piece, view(passage.pieces().get(piece), block)));
    }

    boolean has(int piece) {
        return views.containsKey(piece);
    }

    Selection of(int piece) {
        return views.getOrDefault(piece, Selection.whole(""));
    }

    private Selection view(Piece piece, Embedded block) {
        context.checkDeadline();
        String text = passage.text();
        Selection inside = inside(piece, block);
        Selection opaque = OpaqueFolding.appliesTo(block.type()) ? inside.foldingOpaque(text, context.query()) : inside;
        Selection before = Selection.of(text.substring(piece.start(), block.start()), 0, 0);
        Selection after = Selection.of(text.substring(Math.min(block.end(), piece.end()), piece.end()), 0, 0);
        return Selection.join(List.of(before, opaque.endingLine(), after));
    }

    private Selection inside(Piece piece, Embedded block) {
        String text = passage.text().substring(block.start(), Math.min(block.end(), piece.end()));
        boolean example = block.type().equals(ContentType.CODE)
                && piece.lastLine() - piece.firstLine() < EXAMPLE_LINES
                && !context.query().isBlank();
        if (example) {
            return Selection.whole(text);
        }
        return block.content()
                .select(share(text.length()))
                .orElseGet(() -> Selection.whole(block.content()
                        .repack()
                        .filter(repacked -> context.counter().count(repacked)
                                < context.counter().count(text))
                        .orElse(text)));
    }

    private TokenBudget share(int length) {
        return budget.bounded()
                ? TokenBudget.tokens((int) Math.max(
                        1, (long) budget.limit() * length / passage.text().length()))
                : budget;
    }
}
