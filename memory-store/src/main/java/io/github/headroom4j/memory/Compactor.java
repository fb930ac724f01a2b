package io.github.headroom4j.memory;

import dev.langchain4j.data.message.ChatMessage;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.memory.CompactionEvent.Outcome;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when a history is compacted, and does it. What comes out depends on the messages alone, so that the same history is
 * compacted alike by every process. Thread-safe.
 */
final class Compactor {

    private static final Logger log = LoggerFactory.getLogger(Compactor.class);

    private final Compaction settings;
    private final MessageTokens counter;
    private final FoldPlanner planner;
    private final Folder folder;
    private final LedgerWriter ledgers;

    Compactor(Headroom headroom, Compaction settings) {
        this.settings = settings;
        counter = new MessageTokens(headroom.counter());
        planner = new FoldPlanner(settings.policies(), counter, settings.outlineTokens());
        folder = new Folder(headroom, settings.outlineTokens());
        ledgers = new LedgerWriter(settings, headroom.counter());
    }

    /** The same list if nothing is to be done. */
    List<ChatMessage> compact(List<ChatMessage> messages, String scope) {
        History history = new History(messages, counter);
        if (history.total() < settings.compactAt()) {
            return messages;
        }
        EpochPlan plan = EpochPlan.of(history, planner, settings);
        EpochCost planned = EpochCost.atMost(history, plan.needed(), settings);
        if (isRefused(planned, history, scope)) {
            return messages;
        }
        keepAhead(history, plan.needed(), scope);
        Epoch epoch = new Epoch(history, folder, counter);
        epoch.fold(plan.first(), scope, settings.compactTo() - settings.ledgerTokens());
        epoch.fold(plan.lastResort(), scope, settings.compactAt() - settings.ledgerTokens());
        // Less was done than planned where originals could not be kept.
        if (isRefused(epoch.cost(settings).withLedger(settings), history, scope)) {
            return messages;
        }
        Throwable failure = ledgers.write(epoch);
        EpochCost real = epoch.cost(settings);
        Outcome outcome = real.saving(settings) > 0 ? Outcome.COMPACTED : Outcome.COMPACTED_OVER_BUDGET;
        tell(real.event(scope, outcome, history, settings).with(epoch.kinds(), failure));
        return epoch.messages();
    }

    private boolean isRefused(EpochCost cost, History history, String scope) {
        Optional<Outcome> refusal = cost.refusal(settings);
        refusal.ifPresent(outcome -> tell(cost.event(scope, outcome, history, settings)));
        return refusal.isPresent();
    }

    private void keepAhead(History history, List<Fold> needed, String scope) {
        try {
            folder.keepAhead(history, needed, scope);
        } catch (RuntimeException e) {
            log.warn("The originals of a history could not be kept at once; each is tried by itself", e);
        }
    }

    private void tell(CompactionEvent event) {
        // Without the scope: a memory's id may be a person's name or address.
        log.debug(
                "{} for a history of {} messages: {} tokens, then {}, folded {}",
                event.outcome(),
                event.messages(),
                event.tokensBefore(),
                event.tokensAfter(),
                event.folded());
        try {
            settings.listener().onCompaction(event);
        } catch (RuntimeException e) {
            log.warn("A compaction listener failed: {}", settings.listener(), e);
        }
    }
}
