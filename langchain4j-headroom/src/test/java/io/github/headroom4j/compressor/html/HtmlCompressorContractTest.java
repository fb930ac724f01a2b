package io.github.headroom4j.compressor.html;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorContract;
import java.util.List;

class HtmlCompressorContractTest extends CompressorContract {

    @Override
    protected Compressor compressor() {
        return new HtmlCompressor();
    }

    @Override
    protected List<String> typicalTexts() {
        return List.of(
                HtmlSamples.page(),
                HtmlSamples.page().replace("\n", "\r\n"),
                HtmlSamples.page().replace("\n", " "),
                HtmlSamples.old(),
                HtmlSamples.fragment());
    }
}
