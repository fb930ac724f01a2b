package io.github.headroom4j.compressor.prose;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorContract;
import java.util.List;

class ProseCompressorContractTest extends CompressorContract {

    @Override
    protected Compressor compressor() {
        return new ProseCompressor();
    }

    @Override
    protected List<String> typicalTexts() {
        return List.of(
                ProseSamples.paragraphs(),
                ProseSamples.paragraphs().replace("\n", "\r\n"),
                ProseSamples.wrapped(),
                ProseSamples.repeating());
    }
}
