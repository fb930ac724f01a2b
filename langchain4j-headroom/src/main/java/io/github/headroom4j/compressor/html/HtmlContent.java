package io.github.headroom4j.compressor.html;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.token.TokenBudget;
import java.util.Optional;

/**
 * A page as Markdown, from which passages can be chosen.
 *
 * @param markdown the page's content
 * @param passages the same, as something to choose from
 * @param context counts tokens
 */
record HtmlContent(String markdown, Selectable passages, CompressionContext context) implements Selectable {

    @Override
    public Optional<String> repack() {
        return Optional.empty();
    }

    @Override
    public Optional<Selection> select(TokenBudget budget) {
        if (budget.bounded() && context.counter().countsAtMost(markdown, budget.limit())) {
            return Optional.of(Selection.whole(markdown));
        }
        return Optional.of(passages.select(budget).orElse(Selection.whole(markdown)));
    }
}
