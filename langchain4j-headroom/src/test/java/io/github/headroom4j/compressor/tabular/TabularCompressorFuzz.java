package io.github.headroom4j.compressor.tabular;

import io.github.headroom4j.compressor.CompressorFuzz;

final class TabularCompressorFuzz extends CompressorFuzz {

    TabularCompressorFuzz() {
        super(new TabularCompressorContractTest());
    }
}
