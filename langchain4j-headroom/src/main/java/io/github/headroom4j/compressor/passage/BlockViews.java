package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Embedded;
import io.github.headroom4j.compressor.OpaqueFolding;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.token.TokenBudget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** How the blocks that other compressors read are shown, if they are: with the fences around them. */
final class BlockViews {

    /** Examples of code of at most so many lines, fences included, are shown whole to whoever asks for something. */
    private static final int EXAMPLE_LINES = 30;

    private final PassageText passage;
    private final CompressionContext context;
    private final Map<Integer, Selection> views = new HashMap<>();

    /**
     * Views of all blocks.
     *
     * @param budget for the whole text; a bounded one is shared among the blocks and what runs between them, so that none takes
     *     from another by its length
     */
    BlockViews(PassageText passage, CompressionContext context, TokenBudget budget) {
        this.passage = passage;
        this.context = context;
        Iterator<TokenBudget> shares = shares(budget).iterator();
        passage.blocks()
                .forEach(
                        (piece, block) -> views.put(piece, view(passage.pieces().get(piece), block, shares.next())));
    }

    boolean has(int piece) {
        return views.containsKey(piece);
    }

    Selection of(int piece) {
        return views.getOrDefault(piece, Selection.whole(""));
    }

    private Selection view(Piece piece, Embedded block, TokenBudget share) {
        context.checkDeadline();
        String text = passage.text();
        Selection inside = inside(piece, block, share);
        Selection opaque = OpaqueFolding.appliesTo(block.type()) ? inside.foldingOpaque(text, context) : inside;
        Selection before = Selection.of(text.substring(piece.start(), block.start()), 0, 0);
        Selection after = Selection.of(text.substring(Math.min(block.end(), piece.end()), piece.end()), 0, 0);
        return Selection.join(List.of(before, opaque.endingLine(), after));
    }

    private Selection inside(Piece piece, Embedded block, TokenBudget share) {
        String text = text(piece, block);
        boolean example = block.type().equals(ContentType.CODE)
                && piece.lastLine() - piece.firstLine() < EXAMPLE_LINES
                && !context.query().isBlank();
        if (example) {
            return Selection.whole(text);
        }
        return block.content()
                .select(share)
                .orElseGet(() -> Selection.whole(block.content()
                        .repack()
                        .filter(repacked -> context.counter().count(repacked)
                                < context.counter().count(text))
                        .orElse(text)));
    }

    private String text(Piece piece, Embedded block) {
        return passage.text().substring(block.start(), Math.min(block.end(), piece.end()));
    }

    /** A budget for each block, in their order, and a last one for all the rest. */
    private List<TokenBudget> shares(TokenBudget budget) {
        if (!budget.bounded()) {
            return Collections.nCopies(passage.blocks().size(), budget);
        }
        List<String> blocks = new ArrayList<>();
        passage.blocks()
                .forEach((piece, block) -> blocks.add(text(passage.pieces().get(piece), block)));
        int[] needs = new int[blocks.size() + 1];
        int rest = context.counter().count(passage.text());
        for (int i = 0; i < blocks.size(); i++) {
            needs[i] = context.counter().count(blocks.get(i));
            rest -= needs[i];
        }
        needs[blocks.size()] = Math.max(0, rest);
        return budget.shared(needs);
    }
}
