package io.github.headroom4j.compressor.prose;

import io.github.headroom4j.compressor.CompressorFuzz;

final class ProseCompressorFuzz extends CompressorFuzz {

    ProseCompressorFuzz() {
        super(new ProseCompressorContractTest());
    }
}
