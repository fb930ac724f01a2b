package io.github.headroom4j.memory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a compaction decided about one history. Immutable.
 *
 * @param scope the scope of the memory, in which its originals are
 * @param outcome the decision
 * @param messages how many messages the history has, which compaction never changes
 * @param tokensBefore tokens of the history as it came
 * @param tokensAfter tokens as it is stored; where nothing was done, what an epoch would have left at most
 * @param firstChanged the index of the first message that the epoch changes: the prompt cache keeps what is before it;
 *     -1 if none
 * @param folded how many messages were folded in which way; empty if none
 * @param expectedRequests how many further requests the decision reckoned with
 * @param expectedSaving what the epoch saves over those requests, in plain input tokens; negative if it costs more
 * @param summaryFailure why the summarizer gave nothing; null if it did, or there is none
 */
public record CompactionEvent(
        String scope,
        Outcome outcome,
        int messages,
        long tokensBefore,
        long tokensAfter,
        int firstChanged,
        Map<FoldKind, Integer> folded,
        int expectedRequests,
        double expectedSaving,
        @Nullable Throwable summaryFailure) {

    /** Copies the map. */
    public CompactionEvent {
        folded = Map.copyOf(folded);
    }

    CompactionEvent with(Map<FoldKind, Integer> newFolded, @Nullable Throwable newSummaryFailure) {
        return new CompactionEvent(
                scope,
                outcome,
                messages,
                tokensBefore,
                tokensAfter,
                firstChanged,
                newFolded,
                expectedRequests,
                expectedSaving,
                newSummaryFailure);
    }

    /** What was decided. */
    public enum Outcome {
        /** The history was compacted, since that pays. */
        COMPACTED,
        /** The history was compacted although it does not pay, since it exceeded the budget. */
        COMPACTED_OVER_BUDGET,
        /** Rewriting the cached prefix would cost more than it saves; the history is left as it is. */
        DOES_NOT_PAY,
        /** What may be folded is too little to be worth an epoch; the history is left as it is. */
        TOO_LITTLE_TO_FOLD
    }
}
