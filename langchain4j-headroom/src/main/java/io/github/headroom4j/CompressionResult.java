package io.github.headroom4j;

import io.github.headroom4j.content.Detection;
import io.github.headroom4j.original.OriginalId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a text, and why. Immutable. */
public sealed interface CompressionResult {

    /**
     * What the model shall read.
     *
     * @return the compressed text, or the request's own text object if nothing was changed
     */
    String text();

    /**
     * The text's tokens as it came.
     *
     * @return tokens by the configured counter; -1 where the gate decided without counting
     */
    int tokensBefore();

    /**
     * The text's tokens as it goes to the model, marker and notes included.
     *
     * @return tokens by the configured counter, never more than {@link #tokensBefore()}
     */
    int tokensAfter();

    /**
     * What the text was detected as, section by section.
     *
     * @return empty where the gate decided before detection
     */
    List<Detection> detected();

    /**
     * The share of tokens saved.
     *
     * @return in [0, 1]; 0 where nothing was changed
     */
    default double savedFraction() {
        return tokensBefore() <= 0 ? 0 : 1 - (double) tokensAfter() / tokensBefore();
    }

    /** Which step of compression a text went through. */
    enum Step {
        /** Re-encoded without loss. */
        REPACKED,
        /** Segments left out, original kept. */
        SELECTED
    }

    /**
     * A text that became smaller.
     *
     * @param text what the model shall read
     * @param tokensBefore tokens of the original
     * @param tokensAfter tokens of {@code text}, fewer than before
     * @param detected what the text was detected as, section by section
     * @param step the last step it went through
     * @param compressors the names of the compressors that had a part in it, in order, without repetition
     * @param originalOrNull the kept original; null if and only if nothing was left out
     */
    record Compressed(
            String text,
            int tokensBefore,
            int tokensAfter,
            List<Detection> detected,
            Step step,
            List<String> compressors,
            @Nullable OriginalId originalOrNull)
            implements CompressionResult {

        /** Validates that the text is smaller and reversible. */
        public Compressed {
            if (tokensAfter >= tokensBefore) {
                throw new IllegalArgumentException(
                        "tokensAfter must be below " + tokensBefore + ", but was " + tokensAfter);
            }
            if ((step == Step.SELECTED) != (originalOrNull != null)) {
                throw new IllegalArgumentException("a selection needs an original and only it, but step was " + step);
            }
            detected = List.copyOf(detected);
            compressors = List.copyOf(compressors);
        }

        /**
         * The kept original.
         *
         * @return its id, or empty if nothing was left out
         */
        public Optional<OriginalId> original() {
            return Optional.ofNullable(originalOrNull);
        }
    }

    /**
     * A text that stays as it is.
     *
     * @param text the request's own text object
     * @param tokensBefore its tokens, -1 where the gate decided without counting
     * @param detected what it was detected as, empty where the gate decided before detection
     * @param reason why it stays
     */
    record Unchanged(String text, int tokensBefore, List<Detection> detected, Reason reason)
            implements CompressionResult {

        /** Copies the list. */
        public Unchanged {
            detected = List.copyOf(detected);
        }

        @Override
        public int tokensAfter() {
            return tokensBefore;
        }
    }

    /** Why a text stays as it is. */
    enum Reason {
        /** The tool's policy is {@link Fidelity#VERBATIM}. */
        VERBATIM_POLICY,
        /** It has at most the policy's minimum of tokens. */
        TOO_SMALL,
        /** It is longer than {@link Headroom#MAX_CHARS}. */
        TOO_LARGE,
        /** It is our own output, or was retrieved through us. */
        ALREADY_COMPRESSED,
        /** It is the result of a tool that failed. */
        ERROR_RESULT,
        /** No compressor knows this kind of text, or none could read it. */
        NO_COMPRESSOR,
        /** What came out was not smaller by enough. */
        NO_SAVINGS,
        /** The original could not be kept, so nothing may be left out, and repacking did not save enough. */
        NOT_KEPT,
        /** Time was over. */
        TIMEOUT,
        /** A compressor failed; the listener and the log say how. */
        FAILED
    }
}
