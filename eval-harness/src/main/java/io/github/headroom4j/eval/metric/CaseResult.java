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
 * @param contents the tool results by kind, in arms that compress them; empty in others
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
        List<ContentTokens> contents,
        @Nullable Reading reading) {

    /** Copies the lists. A file that lacks a component gives null for it, which is refused here. */
    public CaseResult {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(arm, "arm");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(setting, "setting");
        prices = List.copyOf(prices);
        contents = List.copyOf(contents);
    }

    /**
     * What a case came to whose tool results nobody looked at and that a program read.
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
        this(subject, arm, score, usage, evidence, prices, setting, rag, List.of(), null);
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
        this(subject, arm, score, usage, evidence, List.of(), "", null);
    }

    /**
     * The same with what became of its tool results.
     *
     * @param newContents one per kind
     * @return the result with them
     */
    public CaseResult withContents(List<ContentTokens> newContents) {
        return new CaseResult(subject, arm, score, usage, evidence, prices, setting, rag, newContents, reading);
    }

    /**
     * The same as a language model read it.
     *
     * @param newReading how it read the case; null where the reader is a program
     * @return the result with it
     */
    public CaseResult withReading(@Nullable Reading newReading) {
        return new CaseResult(subject, arm, score, usage, evidence, prices, setting, rag, contents, newReading);
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
     * kinds of tool results, and what is said of passages are those of the first draw.
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
                first.contents,
                reading);
    }
}
