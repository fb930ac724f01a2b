package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.token.TokenBudget;
import java.util.Optional;

/**
 * Chooses from documents of one shape better than rows are chosen in general, for instance from search results that a tool
 * printed as JSON. Implementations are stateless and thread-safe.
 */
@FunctionalInterface
public interface DocumentSelector {

    /**
     * Chooses.
     *
     * @param document the JSON
     * @param context query, counter, deadline, position of the text in its original
     * @param budget how small the result shall become
     * @return what was kept, with notes in rows of the array or in lines; empty if the document has another shape or
     *     nothing can be dropped
     */
    Optional<Selection> select(Notation.Document document, CompressionContext context, TokenBudget budget);
}
