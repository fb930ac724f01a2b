package io.github.headroom4j.eval.replay;

import io.github.headroom4j.compressor.json.JsonCompressor;
import io.github.headroom4j.compressor.log.LogCompressor;
import io.github.headroom4j.compressor.search.SearchCompressor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the engine's notations as a person would who was told what they mean: tables become rows again, folded logs
 * become lines. What was left out stays out.
 */
final class Notation {

    private static final List<Function<String, Optional<String>>> DECODERS =
            List.of(JsonCompressor::decode, LogCompressor::decode, SearchCompressor::decode);

    private Notation() {}

    static String expand(String text) {
        for (Function<String, Optional<String>> decoder : DECODERS) {
            Optional<String> expanded = decoder.apply(text);
            if (expanded.isPresent()) {
                return expanded.get();
            }
        }
        return text;
    }
}
