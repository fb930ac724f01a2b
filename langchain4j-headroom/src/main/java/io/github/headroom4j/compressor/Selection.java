package io.github.headroom4j.compressor;

import io.github.headroom4j.content.OpaqueRuns;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;

/**
 * What a compressor chose to show of a text. It can be printed only together with the marker of its original, so a lossy
 * text without a way back cannot come into being. Immutable.
 */
public final class Selection {

    private final String body;
    private final int segmentsKept;
    private final int segmentsTotal;

    private Selection(String body, int segmentsKept, int segmentsTotal) {
        this.body = body;
        this.segmentsKept = segmentsKept;
        this.segmentsTotal = segmentsTotal;
    }

    /**
     * A selection.
     *
     * @param body the rendered segments and elision notes
     * @param segmentsKept how many segments are shown, not negative
     * @param segmentsTotal how many there were, at least {@code segmentsKept}
     * @return the selection
     * @throws IllegalArgumentException if the counts do not fit
     */
    public static Selection of(String body, int segmentsKept, int segmentsTotal) {
        if (segmentsKept < 0 || segmentsKept > segmentsTotal) {
            throw new IllegalArgumentException(
                    "segmentsKept must be in [0, " + segmentsTotal + "], but was " + segmentsKept);
        }
        return new Selection(body, segmentsKept, segmentsTotal);
    }

    /**
     * A part of a larger text that stays as it is, or is only repacked.
     *
     * @param text the part as it shall be shown
     * @return a selection that dropped nothing
     */
    public static Selection whole(String text) {
        return new Selection(text, 1, 1);
    }

    /**
     * Leaves out base64 and the like from what is shown, see {@link OpaqueFolding}.
     *
     * @param original the whole original, in whose lines the notes say where a run is
     * @param context with the user's question; a run that holds a word of it stays
     * @return a selection that shows less, or this one if there is nothing of the kind
     * @throws DeadlineExceededException if time is over
     */
    public Selection foldingOpaque(String original, CompressionContext context) {
        LinesOfRuns lines = new LinesOfRuns(original, body);
        List<OpaqueRuns.Run> runs = OpaqueRuns.find(body, context.pace()::step);
        String folded = OpaqueFolding.fold(body, runs, context.query(), lines::place);
        context.checkDeadline();
        return folded.equals(body) ? this : new Selection(folded, segmentsKept, segmentsTotal);
    }

    /**
     * Puts the parts of a mixed text together again.
     *
     * @param parts in their order
     * @return one selection; bodies are joined without a separator
     */
    public static Selection join(List<Selection> parts) {
        StringBuilder body = new StringBuilder();
        int kept = 0;
        int total = 0;
        for (Selection part : parts) {
            body.append(part.body);
            kept += part.segmentsKept;
            total += part.segmentsTotal;
        }
        return new Selection(body.toString(), kept, total);
    }

    /**
     * Whether it shows a text as it is.
     *
     * @param text any text
     * @return whether the body is the text
     */
    public boolean shows(String text) {
        return body.equals(text);
    }

    /**
     * The same ending a line, so that what follows begins one.
     *
     * @return a selection whose body is empty or ends with a line feed
     */
    public Selection endingLine() {
        return body.isEmpty() || body.endsWith("\n") ? this : new Selection(body + "\n", segmentsKept, segmentsTotal);
    }

    /**
     * What showing the selection costs.
     *
     * @param counter counts tokens
     * @return the tokens of the body
     */
    public int tokens(TokenCounter counter) {
        return counter.count(body);
    }

    /**
     * Prints the selection.
     *
     * @param marker of the original that was kept
     * @return the body, what looks like a marker in it escaped, and the marker on a line of its own
     */
    public String markedWith(OriginalMarker marker) {
        String safe = OriginalMarker.escapeLookAlikes(body);
        return safe + (safe.isEmpty() || safe.endsWith("\n") ? "" : "\n") + marker.render();
    }

    /**
     * How many segments are shown.
     *
     * @return at most {@link #segmentsTotal()}
     */
    public int segmentsKept() {
        return segmentsKept;
    }

    /**
     * How many segments there were.
     *
     * @return not negative
     */
    public int segmentsTotal() {
        return segmentsTotal;
    }
}
