package io.github.headroom4j;

import io.github.headroom4j.content.Detection;
import java.util.List;
import java.util.OptionalInt;

/**
 * Why a text became what it became, for a person: what it was detected as, which steps ran and what each came to, and what
 * of it was kept, re-encoded, folded or left out. Made by {@link Headroom#explain}. Immutable and thread-safe.
 *
 * <p>Which line went where is found by comparing the text with the result, line by line, and by reading the notes in the
 * result; compressors are not asked. So a line counts as re-encoded if all its words stand in the result, and the reason
 * why a line was kept is what its own text tells (an error, a changed line, words of the question), which is not
 * necessarily what the compressor went by.
 *
 * <p>Neither form holds a time, a path or anything random: the same request and settings give the same bytes. Both are
 * bounded: only the first {@value #MAX_LINES} lines of either side are compared, and a page shows some thousand of them.
 */
public final class Explanation {

    /** So many lines of either side are compared: enough for a log of 10 MB, and a second of time. */
    public static final int MAX_LINES = 100_000;

    /** What one step of compression did. */
    record Step(String name, String outcome) {}

    /** A stretch of lines that was detected and read as one thing; {@code compressor} is empty if none could. */
    record Part(int firstLine, int lastLine, Detection detection, String compressor, int tokens) {}

    /** Everything that was found out. */
    record Findings(
            CompressionRequest request,
            CompressionResult result,
            int tokensBefore,
            OptionalInt losslessTokens,
            List<Part> parts,
            List<Step> steps,
            Lines lines) {

        Findings {
            parts = List.copyOf(parts);
            steps = List.copyOf(steps);
        }

        int tokensAfter() {
            return result.tokensBefore() < 0 ? tokensBefore : result.tokensAfter();
        }

        double saved() {
            return tokensBefore <= 0 ? 0 : 1 - (double) tokensAfter() / tokensBefore;
        }
    }

    /** Both sides line by line; {@code unseen} lines of the original came after the limit. */
    record Lines(
            List<String> original,
            List<String> shown,
            List<LineFate> fates,
            LineAlignment alignment,
            ElisionNotes notes,
            int unseen) {

        long count(LineFate fate) {
            return fates.stream().filter(fate::equals).count();
        }
    }

    private final Findings findings;

    Explanation(Findings findings) {
        this.findings = findings;
    }

    /**
     * What {@link Headroom#compress} would return for the same request now, except for its deadline.
     *
     * @return the outcome that is explained; the original that it may name is not stored by explaining
     */
    public CompressionResult result() {
        return findings.result();
    }

    /**
     * The explanation as plain text, for a console or a log.
     *
     * @return some dozen lines: the outcome, the steps with their tokens, the parts, how many lines met which fate, and
     *     what is not shown; ends with a line feed
     */
    public String text() {
        return new ExplanationText(findings).render();
    }

    /**
     * The explanation as a page: the same facts, and both texts side by side with a colour for each reason.
     *
     * @return a whole HTML document that loads nothing and runs no script; everything that comes from the request is
     *     escaped
     */
    public String html() {
        return new ExplanationPage(findings).render();
    }

    @Override
    public String toString() {
        return "Explanation[" + ExplanationText.headline(findings) + "]";
    }
}
