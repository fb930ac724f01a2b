package io.github.headroom4j.compressor.json;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.compressor.table.Notation;
import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.token.TokenBudget;
import java.util.Optional;

/** A document that was read. */
final class JsonContent implements Selectable {

    private final Document document;
    private final CompressionContext context;

    JsonContent(Document document, CompressionContext context) {
        this.document = document;
        this.context = context;
    }

    @Override
    public Optional<String> repack() {
        String minified = document.toJson();
        String notation = Notation.write(document, context.counter());
        context.checkDeadline();
        boolean smaller = context.counter().count(notation) < context.counter().count(minified);
        return Optional.of(smaller && isProven(notation) ? notation : minified);
    }

    private boolean isProven(String notation) {
        return Notation.read(notation).filter(document::equals).isPresent();
    }

    @Override
    public Optional<Selection> select(TokenBudget budget) {
        return Optional.empty();
    }
}
