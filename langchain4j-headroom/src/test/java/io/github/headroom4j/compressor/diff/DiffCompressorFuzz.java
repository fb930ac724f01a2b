package io.github.headroom4j.compressor.diff;

import io.github.headroom4j.compressor.CompressorFuzz;

final class DiffCompressorFuzz extends CompressorFuzz {

    DiffCompressorFuzz() {
        super(new DiffCompressorContractTest());
    }
}
