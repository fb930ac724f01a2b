package io.github.headroom4j.eval.metric;

import io.github.headroom4j.eval.cache.Priced;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one case came to in one arm. Immutable.
 *
 * @param subject the case
 * @param arm the arm's name
 * @param score the answer against the gold set
 * @param usage the session's tokens
 * @param evidence where the evidence is
 * @param prices what the session costs under each provider's cache; empty but for long sessions
 * @param setting what was chosen for this session, in arms that are fitted to it; empty in others
 * @param rag what only cases with retrieved passages have; null for others
 * @param contents the tool results by kind, in arms that compress them; empty in others
 */
public record CaseResult(
        Subject subject,
        String arm,
        Score score,
        Usage usage,
        EvidenceCount evidence,
        List<Priced> prices,
        String setting,
        @Nullable RagOutcome rag,
        List<ContentTokens> contents) {

    /** Copies the lists. */
    public CaseResult {
        prices = List.copyOf(prices);
        contents = List.copyOf(contents);
    }

    /**
     * What a case came to whose tool results nobody looked at.
     *
     * @param subject the case
     * @param arm the arm's name
     * @param score the answer against the gold set
     * @param usage the session's tokens
     * @param evidence where the evidence is
     * @param prices what the session costs under each provider's cache
     * @param setting what was chosen for this session
     * @param rag what only cases with retrieved passages have; null for others
     */
    public CaseResult(
            Subject subject,
            String arm,
            Score score,
            Usage usage,
            EvidenceCount evidence,
            List<Priced> prices,
            String setting,
            @Nullable RagOutcome rag) {
        this(subject, arm, score, usage, evidence, prices, setting, rag, List.of());
    }

    /**
     * What a session of one question came to.
     *
     * @param subject the case
     * @param arm the arm's name
     * @param score the answer against the gold set
     * @param usage the session's tokens
     * @param evidence where the evidence is
     */
    public CaseResult(Subject subject, String arm, Score score, Usage usage, EvidenceCount evidence) {
        this(subject, arm, score, usage, evidence, List.of(), "", null, List.of());
    }

    /**
     * The same with what became of its tool results.
     *
     * @param newContents one per kind
     * @return the result with them
     */
    public CaseResult withContents(List<ContentTokens> newContents) {
        return new CaseResult(subject, arm, score, usage, evidence, prices, setting, rag, newContents);
    }
}
