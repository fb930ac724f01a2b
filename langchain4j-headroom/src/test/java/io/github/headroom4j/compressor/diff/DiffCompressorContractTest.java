package io.github.headroom4j.compressor.diff;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorContract;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

class DiffCompressorContractTest extends CompressorContract {

    @Override
    protected Compressor compressor() {
        return new DiffCompressor();
    }

    @Override
    protected Optional<Function<String, Optional<String>>> decoder() {
        return Optional.of(DiffCompressor::decode);
    }

    @Override
    protected List<String> typicalTexts() {
        return List.of(
                DiffSamples.commit(),
                DiffSamples.commit().replace("\n", "\r\n"),
                DiffSamples.merge(),
                DiffSamples.plain(),
                DiffSamples.subversion(),
                DiffSamples.mail());
    }
}
