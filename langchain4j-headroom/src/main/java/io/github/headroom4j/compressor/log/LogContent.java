package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Proposal;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.compressor.template.LogRepacker;
import io.github.headroom4j.compressor.template.LogText;
import io.github.headroom4j.token.TokenBudget;
import java.util.Optional;

/** A log that was read, ready for both steps. */
final class LogContent implements Selectable {

    private final LogText log;
    private final CompressionContext context;

    LogContent(LogText log, CompressionContext context) {
        this.log = log;
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
        return LogRepacker.propose(log, context);
    }

    @Override
    public Optional<Selection> select(TokenBudget budget) {
        return new LogSelector(log, context).select(budget);
    }
}
