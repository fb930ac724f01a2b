package io.github.headroom4j.compressor.build;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Proposal;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.compressor.template.LogRepacker;
import io.github.headroom4j.compressor.template.LogText;
import io.github.headroom4j.token.TokenBudget;
import java.util.Optional;

/** Build output, read by the step that needs it: repacking reads bytes, selecting what a person would see. */
record BuildContent(String text, CompressionContext context) implements Selectable {

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
        return LogRepacker.propose(LogText.read(text, context), context);
    }

    @Override
    public Optional<Selection> select(TokenBudget budget) {
        return new BuildSelection(BuildText.read(text, context), context).select(budget);
    }
}
