package io.github.headroom4j.compressor.html;

import io.github.headroom4j.compressor.CompressorFuzz;

final class HtmlCompressorFuzz extends CompressorFuzz {

    HtmlCompressorFuzz() {
        super(new HtmlCompressorContractTest());
    }
}
