package io.github.headroom4j.eval.replay;

import io.github.headroom4j.compressor.diff.DiffCompressor;
import io.github.headroom4j.compressor.json.JsonCompressor;
import io.github.headroom4j.compressor.log.LogCompressor;
import io.github.headroom4j.compressor.search.SearchCompressor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the engine's notations as a person would who was told what they mean: tables become rows again, folded logs
 * become lines. What was left out stays out.
 */
public final class Notation {

    /** Each compressor that has a decoder, by the name that results tell. */
    private static final Map<String, Function<String, Optional<String>>> BY_COMPRESSOR = Map.of(
            "json", JsonCompressor::decode,
            "log", LogCompressor::decode,
            "search", SearchCompressor::decode,
            "diff", DiffCompressor::decode);

    private static final List<Function<String, Optional<String>>> DECODERS =
            List.of(JsonCompressor::decode, LogCompressor::decode, SearchCompressor::decode);

    private Notation() {}

    /**
     * Reads a text in whichever notation it is.
     *
     * @param text what a model was shown
     * @return the text spelled out, or as it is where no notation fits
     */
    public static String expand(String text) {
        for (Function<String, Optional<String>> decoder : DECODERS) {
            Optional<String> expanded = decoder.apply(text);
            if (expanded.isPresent()) {
                return expanded.get();
            }
        }
        return text;
    }

    /**
     * Restores what one compressor repacked.
     *
     * @param compressor its name as results tell it
     * @param repacked its output
     * @return the original, or empty if that compressor has no public decoder or the text is not in its notation
     */
    public static Optional<String> decode(String compressor, String repacked) {
        Function<String, Optional<String>> decoder = BY_COMPRESSOR.get(compressor);
        return decoder == null ? Optional.empty() : decoder.apply(repacked);
    }

    /**
     * Whether outputs of a compressor can be decoded.
     *
     * @param compressor its name as results tell it
     * @return whether there is a public decoder
     */
    public static boolean hasDecoder(String compressor) {
        return BY_COMPRESSOR.containsKey(compressor);
    }
}
