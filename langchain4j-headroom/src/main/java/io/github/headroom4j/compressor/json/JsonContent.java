package io.github.headroom4j.compressor.json;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Proposal;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.compressor.table.Abridger;
import io.github.headroom4j.compressor.table.Abridger.Abridged;
import io.github.headroom4j.compressor.table.DocumentSelector;
import io.github.headroom4j.compressor.table.Notation;
import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.token.TokenBudget;
import java.util.List;
import java.util.Optional;

/** A document that was read. */
final class JsonContent implements Selectable {

    /** How often a selection that came out over its budget is tried again with a smaller one. */
    private static final int MAX_ATTEMPTS = 4;

    private final CutDocument source;
    private final Document document;
    private final CompressionContext context;
    private final List<DocumentSelector> selectors;

    JsonContent(CutDocument source, CompressionContext context, List<DocumentSelector> selectors) {
        this.selectors = selectors;
        this.source = source;
        this.document = source.document();
        this.context = context;
    }

    @Override
    public Optional<String> repack() {
        return propose().flatMap(Proposal::proven);
    }

    @Override
    public boolean savesRepetitionAlone() {
        return true;
    }

    @Override
    public Optional<Proposal> propose() {
        String notation = Notation.write(document, context);
        context.checkDeadline();
        String minified = document.toJson();
        context.checkDeadline();
        boolean smaller = context.counter().count(notation) < context.counter().count(minified);
        String text = source.with(smaller ? notation : minified);
        return Optional.of(new Proposal(text, () -> Optional.of(isProven(text) ? text : source.toJson())));
    }

    private boolean isProven(String text) {
        context.checkDeadline();
        return CutDocument.read(text, context.pace()).filter(source::equals).isPresent();
    }

    @Override
    public Optional<Selection> select(TokenBudget budget) {
        boolean whole = source.equals(CutDocument.whole(document));
        Optional<Selection> selection = selectors.stream()
                .filter(selector -> whole)
                .flatMap(selector -> selector.select(document, context, budget).stream())
                .findFirst();
        return selection.isPresent() ? selection : selectRows(budget);
    }

    private Optional<Selection> selectRows(TokenBudget budget) {
        context.checkDeadline();
        Document readable = OpaqueValues.fold(document, context);
        TokenBudget aim = budget;
        Optional<Selection> selection = Optional.empty();
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            context.checkDeadline();
            Abridged abridged = Abridger.abridge(readable, context, aim).orElseGet(() -> new Abridged(readable, 0, 0));
            UsualMembers.Shortened shortened = UsualMembers.shorten(FarParts.fold(abridged.document(), context));
            if (shortened.document().equals(document)) {
                return selection;
            }
            String text = shortened.notes() + source.with(Notation.write(shortened.document(), context));
            selection = Optional.of(Selection.of(text, abridged.kept(), abridged.total()));
            int tokens = context.counter().count(text);
            if (!budget.bounded() || tokens <= budget.limit() || aim.limit() == 1) {
                return selection;
            }
            // The rows were within the aim; what exceeds it is headers, notes and summaries.
            aim = TokenBudget.tokens(Math.max(1, Math.min(aim.limit() / 2, aim.limit() - (tokens - budget.limit()))));
        }
        return selection;
    }
}
