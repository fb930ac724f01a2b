package io.github.headroom4j.eval.metric;

/**
 * What one case came to in one arm. Immutable.
 *
 * @param subject the case
 * @param arm the arm's name
 * @param score the answer against the gold set
 * @param usage the session's tokens
 * @param evidence where the evidence is
 */
public record CaseResult(Subject subject, String arm, Score score, Usage usage, EvidenceCount evidence) {}
