package io.github.headroom4j.compressor.build;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorContract;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

class BuildOutputCompressorContractTest extends CompressorContract {

    @Override
    protected Compressor compressor() {
        return new BuildOutputCompressor();
    }

    @Override
    protected Optional<Function<String, Optional<String>>> decoder() {
        return Optional.of(BuildOutputCompressor::decode);
    }

    @Override
    protected List<String> typicalTexts() {
        return List.of(
                BuildSamples.maven(),
                BuildSamples.pytest(),
                BuildSamples.actions(),
                BuildSamples.junit(),
                BuildSamples.npm(),
                "error: one line\n");
    }
}
