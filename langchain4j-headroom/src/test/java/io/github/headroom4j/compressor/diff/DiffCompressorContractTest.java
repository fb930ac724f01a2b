package io.github.headroom4j.compressor.diff;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorContract;
import java.util.List;

class DiffCompressorContractTest extends CompressorContract {

    @Override
    protected Compressor compressor() {
        return new DiffCompressor();
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
