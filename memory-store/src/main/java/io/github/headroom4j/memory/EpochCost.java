package io.github.headroom4j.memory;

import io.github.headroom4j.memory.CompactionEvent.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an epoch does to the tokens of a history. Immutable.
 *
 * @param before tokens of the history
 * @param after tokens it has then
 * @param sentAnew of these, how many stand behind the first change, so that no cache holds them
 * @param firstChanged the index of the first message that changes, -1 if none
 * @param requests how many further requests are expected
 */
record EpochCost(long before, long after, long sentAnew, int firstChanged, int requests) {

    /** Between messages as they are and as they will be, where those of these indices change. */
    static EpochCost between(History history, int[] afterwards, IntStream changed, Compaction settings) {
        int first = changed.min().orElse(-1);
        long anew = first < 0
                ? 0
                : IntStream.range(first, history.size())
                        .mapToLong(i -> afterwards[i])
                        .sum();
        return new EpochCost(
                history.total(),
                IntStream.of(afterwards).asLongStream().sum(),
                anew,
                first,
                settings.expectedRequests().orElse(Math.max(1, history.requests())));
    }

    /** What these folds cost at most, without carrying them out. */
    static EpochCost atMost(History history, List<Fold> folds, Compaction settings) {
        int[] afterwards = history.tokens();
        folds.forEach(fold -> afterwards[fold.index()] = fold.most());
        return between(history, afterwards, folds.stream().mapToInt(Fold::index), settings)
                .withLedger(settings);
    }

    /** The same with a ledger of full length, if anything changes at all. */
    EpochCost withLedger(Compaction settings) {
        long ledger = firstChanged < 0 ? 0 : settings.ledgerTokens();
        return new EpochCost(before, after + ledger, sentAnew + ledger, firstChanged, requests);
    }

    /** Why such an epoch is not worth it, if it is not. */
    Optional<Outcome> refusal(Compaction settings) {
        if (freed() < settings.leastFreed()) {
            return Optional.of(Outcome.TOO_LITTLE_TO_FOLD);
        }
        boolean fits = before <= settings.budgetTokens();
        return fits && saving(settings) <= 0 ? Optional.of(Outcome.DOES_NOT_PAY) : Optional.empty();
    }

    long freed() {
        return before - after;
    }

    /**
     * In plain input tokens. Without the epoch, each request reads {@code before} from the cache. With it, the first one
     * reads what stands before the first change and writes the rest, and the others read {@code after}.
     */
    double saving(Compaction settings) {
        CachePrices prices = settings.prices();
        return prices.read() * requests * freed() - (prices.write() - prices.read()) * sentAnew;
    }

    CompactionEvent event(String scope, Outcome outcome, History history, Compaction settings) {
        return new CompactionEvent(
                scope,
                outcome,
                history.size(),
                before,
                after,
                firstChanged,
                Map.of(),
                requests,
                saving(settings),
                null);
    }
}
