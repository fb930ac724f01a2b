package io.github.headroom4j.rag;

import io.github.headroom4j.original.OriginalId;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of retrieved passages, and why. Immutable.
 *
 * @param shown the passages of which something is shown, in their order
 * @param note what is left out, and the marker of the one original of all passages, to be shown behind them; empty if all is
 *     shown
 * @param tokensBefore tokens of all passages
 * @param tokensAfter tokens of what is shown, note included; not more than before
 * @param originals what was kept so that it can be read back
 * @param outcome what was done, or why nothing was
 */
public record PrunedPassages(
        List<Shown> shown,
        String note,
        int tokensBefore,
        int tokensAfter,
        List<OriginalId> originals,
        Outcome outcome) {

    /** Copies the lists. */
    public PrunedPassages {
        shown = List.copyOf(shown);
        originals = List.copyOf(originals);
    }

    /**
     * A passage of which something is shown.
     *
     * @param index its place among the passages that were given, from 0
     * @param text what the model shall read of it
     */
    public record Shown(int index, String text) {}

    /** What was done with passages, or why nothing was. */
    public enum Outcome {
        /** They became smaller. */
        PRUNED,
        /** Nothing in them is near the question, so nothing of them is shown, and the note says so. */
        NOTHING_RELEVANT,
        /** Unchanged: they have few tokens, or there are none. */
        TOO_SMALL,
        /** Unchanged: the question asks for the passages as a whole, or shares no word with them and no model can tell more. */
        NO_MEASURE,
        /** Unchanged: what came out was not smaller by enough. */
        NO_SAVINGS,
        /** Unchanged: the original could not be kept, so nothing may be left out. */
        NOT_KEPT,
        /** Unchanged: something failed or took too long; the log says what. */
        FAILED
    }

    /** All passages as they are. */
    static PrunedPassages unchanged(List<String> passages, int tokens, Outcome outcome) {
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            shown.add(new Shown(i, passages.get(i)));
        }
        return new PrunedPassages(shown, "", tokens, tokens, List.of(), outcome);
    }

    /**
     * Whether the model shall read something else than the passages.
     *
     * @return true for {@link Outcome#PRUNED} and {@link Outcome#NOTHING_RELEVANT}
     */
    public boolean changed() {
        return outcome == Outcome.PRUNED || outcome == Outcome.NOTHING_RELEVANT;
    }

    /**
     * The share of tokens saved.
     *
     * @return in [0, 1]
     */
    public double savedFraction() {
        return tokensBefore <= 0 ? 0 : 1 - (double) tokensAfter / tokensBefore;
    }

    /**
     * All that the model shall read, as one text.
     *
     * @return the passages and the note, with a blank line between them
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        shown.forEach(one -> text.append(one.text()).append("\n\n"));
        return note.isEmpty()
                ? text.toString().stripTrailing()
                : text.append(note).toString();
    }
}
