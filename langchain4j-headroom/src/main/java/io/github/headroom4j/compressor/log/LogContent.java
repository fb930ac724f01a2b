package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.token.TokenBudget;
import java.util.Optional;

/** A log that was read, ready for both steps. */
final class LogContent implements Selectable {

    /** Longer texts are not repacked, in characters: no model reads them whole, and selecting is what they need. */
    private static final int MAX_REPACKED_CHARS = 16 << 20;

    private final LogText log;
    private final CompressionContext context;

    LogContent(LogText log, CompressionContext context) {
        this.log = log;
        this.context = context;
    }

    @Override
    public Optional<String> repack() {
        String text = log.lines().text();
        if (text.length() > MAX_REPACKED_CHARS) {
            return Optional.empty();
        }
        context.checkDeadline();
        String packed = LogRepacker.repack(log);
        context.checkDeadline();
        return LogUnpacker.unpack(packed).filter(text::equals).map(proven -> packed);
    }

    @Override
    public Optional<Selection> select(TokenBudget budget) {
        return new LogSelector(log, context).select(budget);
    }
}
