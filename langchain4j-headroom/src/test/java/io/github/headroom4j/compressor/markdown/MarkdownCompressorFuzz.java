package io.github.headroom4j.compressor.markdown;

import io.github.headroom4j.compressor.CompressorFuzz;

final class MarkdownCompressorFuzz extends CompressorFuzz {

    MarkdownCompressorFuzz() {
        super(new MarkdownCompressorContractTest());
    }
}
