package io.github.headroom4j.compressor.markdown;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorContract;
import java.util.List;

class MarkdownCompressorContractTest extends CompressorContract {

    @Override
    protected Compressor compressor() {
        return new MarkdownCompressor();
    }

    @Override
    protected List<String> typicalTexts() {
        return List.of(
                MarkdownSamples.readme(),
                MarkdownSamples.readme().replace("\n", "\r\n"),
                MarkdownSamples.changelog(),
                MarkdownSamples.between());
    }
}
