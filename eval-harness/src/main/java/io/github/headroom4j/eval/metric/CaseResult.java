package io.github.headroom4j.eval.metric;

import io.github.headroom4j.eval.cache.Priced;
import java.util.List;
import java.util.Objects;
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
 * @param reading how a language model read it, in one or several draws; null where the reader is a program
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
        @Nullable Reading reading) {

    /** Copies the list. */
    public CaseResult {
        prices = List.copyOf(prices);
    }

    /**
     * A result without a reading by a language model.
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
        this(subject, arm, score, usage, evidence, prices, setting, rag, null);
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
        this(subject, arm, score, usage, evidence, List.of(), "", null, null);
    }

    /**
     * How good the answer is.
     *
     * @return the score's F1; of several draws, the mean of theirs
     */
    public double f1() {
        return reading == null
                ? score.f1()
                : reading.f1().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0);
    }

    /**
     * Several draws of one case in one arm as one result: the scores' counts are sums, tokens are means; evidence, prices,
     * and what is said of passages are those of the first draw.
     *
     * @param draws results with readings, at least one
     * @return the result, with all readings in it
     */
    public static CaseResult ofDraws(List<CaseResult> draws) {
        CaseResult first = draws.get(0);
        Score score = new Score(0, 0, 0);
        Usage usage = Usage.NONE;
        Reading reading = null;
        for (CaseResult draw : draws) {
            score = score.plus(draw.score);
            usage = usage.plus(draw.usage);
            Reading next = Objects.requireNonNull(draw.reading, "reading");
            reading = reading == null ? next : reading.plus(next);
        }
        return new CaseResult(
                first.subject,
                first.arm,
                score,
                usage.dividedBy(draws.size()),
                first.evidence,
                first.prices,
                first.setting,
                first.rag,
                reading);
    }
}
