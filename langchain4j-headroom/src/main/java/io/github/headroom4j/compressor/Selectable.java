package io.github.headroom4j.compressor;

import io.github.headroom4j.token.TokenBudget;
import java.util.Optional;

/** Content from which segments can be chosen, because its original is kept. */
public interface Selectable extends Repackable {

    /**
     * Chooses what to show. Vital segments are shown whatever the budget; every run of dropped segments leaves an
     * elision note that says how many and where they are in the original.
     *
     * @param budget how small the result shall become
     * @return what was kept, or empty if nothing can be dropped
     */
    Optional<Selection> select(TokenBudget budget);
}
